import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getOperationAST,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { charactersOfKeys } from './answer-size.ts';
import { collectFields, type Fragments } from './collect.ts';
import { type Field, type FieldReader, readerOf } from './field-reader.ts';
import { type Serialize, serializerOf } from './leaf.ts';

/** How an operation is answered: its root fields are resolved, and what they find is copied. */
export type ExecutionPlan = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly fields: readonly AskedField[];
  /** The places whose rows are known to hold the columns that they need: Pothos reads the same way for every execution of an operation. */
  readonly known: Set<number>;
};

/** A field at one place of the document. */
export type AskedField = {
  readonly key: string;
  readonly field: Field;
  readonly parentType: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly value: ValuePlan;
};

export type FieldPlan = AskedField & { readonly reader: FieldReader };

export type ObjectPlan = {
  readonly kind: 'OBJECT';
  /** Which of the places of the document this is. */
  readonly place: number;
  /** What its keys take in an answer. */
  readonly characters: number;
  readonly fields: readonly FieldPlan[];
};

export type ValuePlan = { readonly isNullable: boolean } & (
  | { readonly kind: 'LEAF'; readonly serialize: Serialize }
  | { readonly kind: 'LIST'; readonly item: ValuePlan }
  | { readonly kind: 'ABSTRACT'; readonly type: GraphQLAbstractType; readonly objects: ReadonlyMap<string, ObjectPlan> }
  | ObjectPlan
);

/** Plans are cached, and a few nested fragments can expand to any number of fields. */
const FIELDS_MAX = 500;

/** Why graphql-js executes an operation. */
export type Fallback =
  | 'switched off'
  | 'not a query'
  | 'introspection'
  | 'directive'
  | 'field that needs more than its row'
  | 'too many fields'
  | 'value not in the row';

class NotPlannable extends Error {
  readonly reason: Fallback;

  constructor(reason: Fallback) {
    super(reason);
    this.reason = reason;
  }
}

/** A plan, or why there is none. */
export type Planned =
  | { readonly plan: ExecutionPlan; readonly fallback: null }
  | { readonly plan: null; readonly fallback: Fallback };

/** Where a document asks for a value, and whether there may be many of it. */
type Asked = { readonly nodes: readonly FieldNode[]; readonly isRepeated: boolean };

/** The plan of an operation; none when a field needs more than its row, or when it is no query. */
export function createExecutionPlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation = getOperationAST(document),
): Planned {
  const root = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || !root) return { plan: null, fallback: 'not a query' };
  const fragments = Object.fromEntries(document.definitions.filter(isFragment).map((each) => [each.name.value, each]));
  try {
    const fields = new Planner(schema, fragments).fieldsOf(root, [operation.selectionSet]);
    return { plan: { schema, operation, fragments, fields, known: new Set() }, fallback: null };
  } catch (error) {
    if (error instanceof NotPlannable) return { plan: null, fallback: error.reason };
    throw error;
  }
}

const isFragment = (definition: DocumentNode['definitions'][number]): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;

class Planner {
  readonly #schema: GraphQLSchema;
  readonly #fragments: Fragments;
  #places = 0;
  #fields = 0;

  constructor(schema: GraphQLSchema, fragments: Fragments) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  fieldsOf(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[], isRepeated = false): AskedField[] {
    const collected = collectFields(this.#schema, this.#fragments, type, selectionSets);
    // No property of an object can be called __proto__.
    if (!collected) throw new NotPlannable('directive');
    if (collected.has('__proto__')) throw new NotPlannable('field that needs more than its row');
    this.#fields += collected.size;
    if (this.#fields > FIELDS_MAX) throw new NotPlannable('too many fields');
    return [...collected].map(([key, nodes]) => {
      const name = nodes[0]?.name.value ?? '';
      const field = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : type.getFields()[name];
      if (!field) throw new NotPlannable('introspection');
      return { key, field, parentType: type, nodes, value: this.#valuePlan(field.type, { nodes, isRepeated }) };
    });
  }

  #valuePlan(type: GraphQLOutputType, asked: Asked, isNullable = true): ValuePlan {
    if (isNonNullType(type)) return this.#valuePlan(type.ofType, asked, false);
    if (isListType(type))
      return { kind: 'LIST', isNullable, item: this.#valuePlan(type.ofType, { ...asked, isRepeated: true }) };
    if (isLeafType(type)) return { kind: 'LEAF', isNullable, serialize: serializerOf(type) };
    if (!isAbstractType(type)) return { isNullable, ...this.#objectPlan(type, asked) };
    const possible = this.#schema.getPossibleTypes(type);
    const objects = new Map(possible.map((each) => [each.name, this.#objectPlan(each, asked)]));
    return { kind: 'ABSTRACT', isNullable, type, objects };
  }

  #objectPlan(type: GraphQLObjectType, { nodes, isRepeated }: Asked): ObjectPlan {
    if (type.isTypeOf) throw new NotPlannable('field that needs more than its row');
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const place = this.#places;
    this.#places += 1;
    const relations = new Set<Field>();
    const fields = this.fieldsOf(type, selectionSets, isRepeated).map((asked) => {
      const { field } = asked;
      const reader = readerOf(field);
      if (isRepeated && reader?.kind === 'CALL') throw new NotPlannable('field that needs more than its row');
      // A row holds a relation once; a second request for it is read separately by Pothos.
      if (!reader || relations.has(field)) throw new NotPlannable('field that needs more than its row');
      if (field.extensions.pothosPrismaRelationField) relations.add(field);
      return { ...asked, reader };
    });
    return { kind: 'OBJECT', place, characters: charactersOfKeys(fields.map(({ key }) => key)), fields };
  }
}
