import {
  BREAK,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Who may receive a cached answer: readers with the same scope and roles, or the account alone. Below a root field marked SCOPE, everything
 * depends only on the data, the day, and the viewer's scope and roles.
 */
export type Sharing = 'SCOPE' | 'ACCOUNT';

const MARK = 'reusable';

/**
 * Marks a root field whose queries are often repeated: `extensions: reusable('SCOPE')`. A field below one that leads to records is marked ACCOUNT: what
 * hangs on a record may depend on who asks.
 */
export const reusable = (sharing: Sharing): Readonly<Record<string, Sharing>> => ({ [MARK]: sharing });

const markOf = (field: Pick<GraphQLField<unknown, unknown>, 'extensions'> | null | undefined): Sharing | null => {
  const mark = field?.extensions[MARK];
  return mark === 'SCOPE' || mark === 'ACCOUNT' ? mark : null;
};

export const sharingOf = (type: GraphQLObjectType, field: string): Sharing | null => markOf(type.getFields()[field]);

/** Whether a document asks anywhere for what an account alone may be given again. */
function asksForAccount(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let asks = false;
  const Field = () => {
    asks = markOf(types.getFieldDef()) === 'ACCOUNT';
    return asks ? BREAK : undefined;
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return asks;
}

/**
 * Who may receive the cached answer of a valid operation; null unless it is a query whose root fields are all marked. Fields that @skip or
 * @include may leave out count as requested, so that the same document always means the same; `__typename` costs nothing.
 */
export function sharingOfOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Sharing | null {
  const query = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || !query) return null;
  const fields = [...rootFields(operation.selectionSet, fragmentsOf(document), new Set())];
  const sharings = fields.filter((name) => name !== '__typename').map((name) => sharingOf(query, name));
  if (sharings.length === 0 || sharings.includes(null)) return null;
  return asksForAccount(schema, document) ? 'ACCOUNT' : 'SCOPE';
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

function* rootFields({ selections }: SelectionSetNode, fragments: Fragments, entered: Set<string>): Generator<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      yield selection.name.value;
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      yield* rootFields(selection.selectionSet, fragments, entered);
    } else if (!entered.has(selection.name.value)) {
      entered.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      if (fragment) yield* rootFields(fragment.selectionSet, fragments, entered);
    }
  }
}
