import { afterEach, describe, expect, it } from '@jest/globals';
import { models } from '@registry/prisma/generated/model.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import fc from 'fast-check';
import { type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { generated } from '../kit/generated.ts';
import { type Client, type Registry, startRegistry } from '../kit/registry.ts';
import { type FilteredList, filteredLists } from '../tenancy/filtered-lists.ts';
import { whereOf } from '../tenancy/generated-filters.ts';
import { type Tables, tablesOf } from '../tenancy/plain-filter.ts';
import { everyGrouping } from './isolation-groups.ts';

/**
 * Nothing that can be asked tells of a hidden row: whoever asks gets the answers of a registry in which hidden rows do not exist. Filters, orders,
 * groups and conditions on groups are generated from the schema, with the values of hidden rows in them; then these rows are removed, and all is
 * asked again.
 */
const QUESTIONS_OF_EACH = generated(20);
const IN_A_REQUEST = 10;

/** Part of a query, with what its variables are. */
type Question = {
  readonly field: (name: string) => string;
  readonly variables: Readonly<Record<string, [string, unknown]>>;
};

const inputOf = (name: string): GraphQLInputObjectType => {
  const type = unguardedSchema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`No input ${name}.`);
  return type;
};

/** Any order of an `orderBy`. */
function orders(name: string): fc.Arbitrary<unknown[]> {
  const field = getNamedType(inputOf(name).getFields().field?.type);
  const names = isEnumType(field) ? field.getValues().map((value) => value.name) : [];
  const rank = fc.record({
    field: fc.constantFrom(...names),
    direction: fc.constantFrom('ASC', 'DESC'),
    nulls: fc.constantFrom('FIRST', 'LAST'),
  });
  return fc.uniqueArray(rank, { maxLength: 2, selector: (each) => each.field });
}

function ofList(tables: Tables, { type, model, select, order }: FilteredList): fc.Arbitrary<Question> {
  return fc
    .tuple(whereOf(tables, type, model, 3), order ? orders(order) : fc.constant(null))
    .map(([where, orderBy]) => ({
      field: (name) => select(name, order ? `where: $${name}w, orderBy: $${name}o` : `where: $${name}w`),
      variables: { w: [type.name, where], ...(order && { o: [`[${order}!]`, orderBy] }) },
    }));
}

function ofGrouping(
  tables: Tables,
  { root, model, keys, numbers }: (typeof everyGrouping)[number],
): fc.Arbitrary<Question> {
  const where = inputOf(`${model}Where`);
  const figures = numbers.length > 0 ? `sum { ${numbers.join(' ')} } median { ${numbers.join(' ')} }` : '';
  const having = fc.option(fc.record({ count: fc.record({ gte: fc.integer({ min: 0, max: 6 }) }) }));
  return fc
    .tuple(fc.shuffledSubarray([...keys], { minLength: 1, maxLength: 2 }), whereOf(tables, where, model, 2), having)
    .map(([groupBy, condition, least]) => ({
      field: (name) =>
        `${name}: ${root}(groupBy: [${groupBy.join(' ')}], where: $${name}w, having: $${name}h, first: 100) { groupCount groups { labels { th } count ${figures} } }`,
      variables: { w: [where.name, condition], h: [`${model}GroupHaving`, least] },
    }));
}

const sampled = (of: fc.Arbitrary<Question>): Question[] => fc.sample(of, QUESTIONS_OF_EACH);

const questionsAbout = (tables: Tables): Question[] => [
  ...filteredLists().flatMap((list) => sampled(ofList(tables, list))),
  ...everyGrouping.flatMap((grouping) => sampled(ofGrouping(tables, grouping))),
];

/** The answer to each question, in order, as text. */
async function answersTo(questions: readonly Question[], ask: Client): Promise<string[]> {
  const answers: string[] = [];
  for (let from = 0; from < questions.length; from += IN_A_REQUEST) {
    const part = questions.slice(from, from + IN_A_REQUEST).map((question, place) => ({ question, name: `q${place}` }));
    const given = part.flatMap(({ question, name }) =>
      Object.entries(question.variables).map(([key, [type, value]]) => [name + key, type, value] as const),
    );
    const query = `query (${given.map(([name, type]) => `$${name}: ${type}`).join(' ')}) { ${part.map(({ question, name }) => question.field(name)).join(' ')} }`;
    const { data, errors } = await ask(query, Object.fromEntries(given.map(([name, , value]) => [name, value])));
    const refused = errors.filter(
      ({ extensions }) => !['FORBIDDEN', 'UNAUTHENTICATED'].includes(String(extensions?.code)),
    );
    if (data === null || refused.length > 0) throw new Error(JSON.stringify([query, given, errors]));
    answers.push(...part.map(({ name }) => JSON.stringify(data[name])));
  }
  return answers;
}

/** Tables of rows that can be hidden; what is published cannot. */
const hideable = Object.entries(models).flatMap(([name, { columns }]) =>
  columns.agencyId && columns.disclosure && name !== 'Edition' ? [name] : [],
);

/** Removes rows as if they had never been, with no trigger or key to notice. */
const remove = (registry: Registry, condition: string) =>
  registry.rows(
    [
      "SET session_replication_role = 'replica'",
      ...hideable.map((name) => `DELETE FROM "${name}" WHERE ${condition}`),
    ].join(';\n'),
  );

const others = `"agencyId" <> (SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`;
const viewers = [
  ['an editor', 'sample-1-editor', others],
  ['the centre', 'centre', 'disclosure < 1'],
  ['an analyst', 'analyst', 'disclosure < 2'],
  ['the public', null, 'true'],
] as const;

describe('a hidden row', () => {
  let registry: Registry;
  afterEach(async () => registry.stop());

  it.each(viewers)(
    'is told to %s by no filter, order, group or condition on groups',
    async (who, persona, hidden) => {
      registry = await startRegistry({ responseCacheMb: 0, limits: { costMax: Number.MAX_SAFE_INTEGER } });
      const ask = persona ? registry.as(persona) : registry.public;
      const questions = questionsAbout(await tablesOf(registry.database));
      const before = await answersTo(questions, ask);
      const seesAll = registry.as('centre');
      const matters = persona === 'sample-1-editor' ? await answersTo(questions, seesAll) : null;
      await remove(registry, hidden);
      const after = await answersTo(questions, ask);
      const told = questions.filter((_question, place) => before[place] !== after[place]);
      expect(told.map(({ variables }) => JSON.stringify(variables))).toEqual([]);
      console.info(`${who}: ${questions.length} questions, ${told.length} answers that tell of a hidden row`);
      if (!matters) return;
      // The same questions do find these rows, for whoever may see them.
      const now = await answersTo(questions, seesAll);
      const changed = questions.filter((_question, place) => matters[place] !== now[place]).length;
      console.info(`the centre, who sees them: ${changed} answers change`);
      expect(changed).toBeGreaterThan(questions.length / 10);
    },
    60_000,
  );
});
