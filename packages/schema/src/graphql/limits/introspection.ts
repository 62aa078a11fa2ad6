import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isWrappingType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { collectAsked, type Fragments } from '../../execution/collect.ts';
import { INTROSPECTION_COST_MAX, TEXT_COST } from '../limits.ts';

type Asked = {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * The cost of an introspection query: the schema is at hand, so the objects of the answer are counted exactly. Deprecated parts count
 * whether they are requested or not.
 */
export function introspectionCost(asked: Asked, nodes: readonly FieldNode[]): number {
  const [node] = nodes;
  const counter = new Counter(asked);
  if (node?.name.value === SchemaMetaFieldDef.name) counter.add(SchemaMetaFieldDef.type, asked.schema, nodes);
  if (node?.name.value === TypeMetaFieldDef.name) {
    const { name } = getArgumentValues(TypeMetaFieldDef, node, asked.variables);
    counter.add(TypeMetaFieldDef.type, asked.schema.getType(String(name)), nodes);
  }
  return counter.cost;
}

/** Adds up objects and values until they exceed the limit. */
class Counter {
  cost = 0;
  readonly #asked: Asked;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  add(type: GraphQLOutputType, source: unknown, nodes: readonly FieldNode[]): void {
    const named = getNamedType(type);
    if (!isObjectType(named) || !source || this.cost > INTROSPECTION_COST_MAX) return;
    const { schema, fragments, variables } = this.#asked;
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    this.cost += 1;
    for (const fieldNodes of collectAsked(schema, fragments, named, selectionSets, variables).values()) {
      const name = fieldNodes[0]?.name.value ?? '';
      const field = named.getFields()[name];
      if (!field || isLeafType(getNamedType(field.type))) this.cost += TEXT_COST;
      else for (const part of partsOf(source, name, schema)) this.add(field.type, part, fieldNodes);
    }
  }
}

/** What a field of the introspection types holds: names mean the same at every place. */
function partsOf(source: unknown, field: string, schema: GraphQLSchema): readonly unknown[] {
  switch (field) {
    case 'types':
      return Object.values(schema.getTypeMap());
    case 'queryType':
      return [schema.getQueryType()];
    case 'mutationType':
      return [schema.getMutationType()];
    case 'subscriptionType':
      return [schema.getSubscriptionType()];
    case 'directives':
      return schema.getDirectives();
    case 'fields':
      return isObjectType(source) || isInterfaceType(source) ? Object.values(source.getFields()) : [];
    case 'interfaces':
      return isObjectType(source) || isInterfaceType(source) ? source.getInterfaces() : [];
    case 'possibleTypes':
      return isAbstractType(source) ? schema.getPossibleTypes(source) : [];
    case 'enumValues':
      return isEnumType(source) ? source.getValues() : [];
    case 'inputFields':
      return isInputObjectType(source) ? Object.values(source.getFields()) : [];
    case 'ofType':
      return isWrappingType(source) ? [source.ofType] : [];
    case 'args':
      return isWithArguments(source) ? source.args : [];
    case 'type':
      return isWithType(source) ? [source.type] : [];
    default:
      throw new Error(`Say in graphql/limits/introspection.ts what ${field} of the schema holds.`);
  }
}

const isWithArguments = (source: unknown): source is { readonly args: readonly unknown[] } =>
  typeof source === 'object' && source !== null && 'args' in source && Array.isArray(source.args);

const isWithType = (source: unknown): source is { readonly type: unknown } =>
  typeof source === 'object' && source !== null && 'type' in source;
