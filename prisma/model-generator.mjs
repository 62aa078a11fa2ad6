// A Prisma generator: writes generated/model.ts, the facts of the schema that reading needs and the client does not tell at run time.
import { writeFile } from 'node:fs/promises';
import helper from '@prisma/generator-helper';

const byName = (entries) => Object.fromEntries(entries);

/**
 * The columns that join two models, from the side of `field` of `owner`; the side without columns of its own reads the other side's. Relations of
 * a model to several others may share their name.
 */
function keysOf(field, owner, models) {
  if (field.relationFromFields?.length) return { from: field.relationFromFields, to: field.relationToFields };
  const other = models
    .find(({ name }) => name === field.type)
    .fields.find(
      ({ type, relationName, relationFromFields }) =>
        type === owner.name && relationName === field.relationName && relationFromFields?.length,
    );
  return { from: other.relationToFields, to: other.relationFromFields };
}

/** What the client puts into a column that a new row does not mention; literal defaults are the table's own. */
const filledOf = ({ default: given, isUpdatedAt }) => (isUpdatedAt ? 'updatedAt' : (given?.name ?? null));

const columnOf = (enums) => (field) => [
  field.name,
  {
    type: field.kind === 'enum' ? 'Enum' : field.type,
    values: (enums.find(({ name }) => name === field.type)?.values ?? []).map(({ name }) => name),
    isList: field.isList,
    isRequired: field.isRequired,
    isDay: field.nativeType?.[0] === 'Date',
    filled: filledOf(field),
  },
];

const factsOf = (model, { models, enums }) => ({
  columns: byName(model.fields.filter(({ kind }) => kind !== 'object').map(columnOf(enums))),
  relations: byName(
    model.fields
      .filter(({ kind }) => kind === 'object')
      .map((field) => [field.name, { model: field.type, isList: field.isList, ...keysOf(field, model, models) }]),
  ),
  keys: byName([
    ...model.fields.filter(({ isId, isUnique }) => isId || isUnique).map(({ name }) => [name, [name]]),
    ...[...(model.primaryKey ? [model.primaryKey] : []), ...model.uniqueIndexes].map(({ name, fields }) => [
      name ?? fields.join('_'),
      fields,
    ]),
  ]),
});

helper.generatorHandler({
  onManifest: () => ({ defaultOutput: 'generated/model.ts', prettyName: 'model facts' }),
  onGenerate: async ({ dmmf, generator }) => {
    const { models } = dmmf.datamodel;
    const facts = byName(models.map((model) => [model.name, factsOf(model, dmmf.datamodel)]));
    await writeFile(
      generator.output.value,
      `/** A column as Prisma types it; every enum is an \`Enum\`. */
export type Column = {
  readonly type: string;
  /** The values of an enum, in order; empty for every other type. */
  readonly values: readonly string[];
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** Whether it keeps a day of the calendar, where its type is that of moments. */
  readonly isDay: boolean;
  /** What fills it when a new row does not say it: \`uuid\`, \`now\`, or at every change \`updatedAt\`. */
  readonly filled: string | null;
};
/** A relation with the columns that join it, in order: \`from\` of this model, \`to\` of the other. */
export type Relation = { readonly model: string; readonly isList: boolean; readonly from: readonly string[]; readonly to: readonly string[] };
export type Model = {
  readonly columns: Readonly<Record<string, Column>>;
  readonly relations: Readonly<Record<string, Relation>>;
  /** Unique keys by the name that Prisma gives them. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
};
export const models: Readonly<Record<string, Model>> = JSON.parse(${JSON.stringify(JSON.stringify(facts))});
`,
    );
  },
});
