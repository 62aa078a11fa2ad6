import { type Model, models, type Relation } from '@registry/prisma/generated/model.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import {
  type GraphQLField,
  GraphQLID,
  type GraphQLInputObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql';

export type Where = Readonly<Record<string, unknown>>;

/** A list of the schema that can be filtered: its filter, what its rows are, and who asks for it. */
export type FilteredList = {
  readonly type: GraphQLInputObjectType;
  readonly model: string;
  readonly persona: string;
  /** A query for the list with its filter as `$where`, and for the same list with another one, `$rest`. */
  readonly query: string;
  /** A query for a page of the whole list, as `list`, that begins after the cursor `$after`. */
  readonly pageQuery: string;
  /** The list as a field: how it is selected, with what is given to it; and what its order is called, if it has one. */
  readonly select: (givenAs: string, args: string) => string;
  readonly order: string | null;
  /** Where in its answer the list stands. */
  readonly path: readonly string[];
};

/** Who sees some rows of a list, where it is not an editor of the sample agency. */
const personaOf: Readonly<Record<string, string>> = {
  LibraryRisk: 'centre',
  AuditEntry: 'auditor',
  Invitation: 'sample-1-agency-admin',
  ServiceKey: 'sample-1-agency-admin',
};

/** How to get to lists that hang beneath a record. */
const parents: Readonly<Record<string, string>> = { Agency: 'agency(code: "SAMPLE-1")' };

/** What tells the rows of a list apart, where they have no id. */
const nameOf: Readonly<Record<string, string>> = { AuditEntry: 'hash' };

/** Whether an input combines conditions: a filter, and no condition on one value. */
const isFilter = (type: unknown): type is GraphQLInputObjectType =>
  isInputObjectType(type) && ['and', 'or', 'not'].every((name) => name in type.getFields());

/** Every filter of the schema. */
export const everyFilter = Object.values(unguardedSchema.getTypeMap()).filter(isFilter);

function rowsOf(field: GraphQLField<unknown, unknown>): string {
  const connection = getNamedType(field.type);
  const edge = isObjectType(connection) ? getNamedType(connection.getFields().edges?.type) : undefined;
  const node = isObjectType(edge) ? getNamedType(edge.getFields().node?.type)?.name : undefined;
  if (!node || !models[node]) throw new Error(`${field.name} is no list of records.`);
  return node;
}

function listAt(parent: string, field: GraphQLField<unknown, unknown>): FilteredList | null {
  const type = getNamedType(field.args.find(({ name }) => name === 'where')?.type);
  const isAtRoot = parent === 'Query';
  const isPage = getNamedType(field.type).name.endsWith('Connection');
  if (!isFilter(type) || !isPage || (!isAtRoot && !parents[parent])) return null;
  const model = rowsOf(field);
  const edges = `edges { node { name: ${nameOf[model] ?? 'id'} } }`;
  const beneath = (fields: string) => (isAtRoot ? fields : `${parents[parent]} { ${fields} }`);
  const listed = (name: string, args: string) => `${name}: ${field.name}(first: 100, ${args}) { totalCount ${edges} }`;
  return {
    type,
    model,
    persona: personaOf[model] ?? 'sample-1-editor',
    query: `query ($where: ${type.name}, $rest: ${type.name}) { ${beneath(`${listed('list', 'where: $where')} ${listed('others', 'where: $rest')}`)} }`,
    pageQuery: `query ($after: String) { ${beneath(`list: ${field.name}(first: 100, after: $after) { pageInfo { hasNextPage endCursor } ${edges} }`)} }`,
    select: (name, args) => (isAtRoot ? listed(name, args) : `${name}: ${parents[parent]} { ${listed('list', args)} }`),
    order: getNamedType(field.args.find(({ name }) => name === 'orderBy')?.type)?.name ?? null,
    path: isAtRoot ? [field.name] : [parent.toLowerCase(), field.name],
  };
}

/** A list for every filter that some list takes; at the root where there is one. */
export function filteredLists(): readonly FilteredList[] {
  const types = Object.values(unguardedSchema.getTypeMap()).filter(isObjectType);
  const places = types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => listAt(type.name, field) ?? []),
  );
  const nearest = places.sort((one, other) => one.path.length - other.path.length);
  return [...new Map(nearest.reverse().map((list) => [list.type.name, list])).values()];
}

/** The filters that a filter holds, itself among them. */
export function filtersWithin(type: GraphQLInputObjectType, found = new Set<GraphQLInputObjectType>()) {
  if (found.has(type)) return found;
  found.add(type);
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type);
    const each = isInputObjectType(named) ? getNamedType(named.getFields().some?.type) : undefined;
    for (const inner of [named, each]) if (isFilter(inner)) filtersWithin(inner, found);
  }
  return found;
}

/** Records that a table links: the table, its columns for the two, and what the linked records are. */
export const links: Readonly<Record<string, readonly [table: string, from: string, to: string, model: string]>> = {
  'Risk.powers': ['RiskPower', 'riskId', 'powerId', 'DelegatedPower'],
  'Risk.swotItems': ['SwotItemRisk', 'riskId', 'itemId', 'SwotItem'],
  'Project.responsibleUnits': ['ProjectUnit', 'projectId', 'unitId', 'Unit'],
  'SwotItem.risks': ['SwotItemRisk', 'itemId', 'riskId', 'Risk'],
  'SwotItem.projects': ['SwotItemProject', 'itemId', 'projectId', 'Project'],
};

/** What a condition on related records is about. */
export function relatedBy(
  model: string,
  name: string,
): { readonly model: string; readonly isList: boolean } | undefined {
  const linked = links[`${model}.${name}`];
  return linked ? { model: linked[3], isList: true } : relationOf(model, name);
}

/** What a record belongs to. Entries of the trail outlive what they are about, so that only the API knows of their agency. */
export const relationOf = (model: string, name: string): Relation | undefined =>
  model === 'AuditEntry' && name === 'agency'
    ? { model: 'Agency', isList: false, from: ['agencyId'], to: ['id'] }
    : modelOf(model).relations[name];

export function modelOf(name: string): Model {
  const model = models[name];
  if (!model) throw new Error(`No model ${name}.`);
  return model;
}

/** The same filter with the values of enums, and ids, as they are kept. */
export function asKept(type: GraphQLInputObjectType, where: Where): Where {
  const kept = Object.entries(where).map(([name, value]) => {
    const named = getNamedType(type.getFields()[name]?.type);
    const each = (part: unknown): unknown => {
      if (part === null) return null;
      if (named === GraphQLID) return Buffer.from(String(part), 'base64url').toString().split(':')[1];
      if (isEnumType(named)) return named.getValue(String(part))?.value;
      return isInputObjectType(named) ? asKept(named, part as Where) : part;
    };
    return [name, Array.isArray(value) ? value.map(each) : each(value)];
  });
  return Object.fromEntries(kept);
}
