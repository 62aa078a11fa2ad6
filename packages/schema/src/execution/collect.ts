import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
type FieldsByKey = ReadonlyMap<string, readonly FieldNode[]>;
export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fields of selections by their key in the answer, in the order of the answer; null when a directive has a say in it. */
export const collectFields = (
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): FieldsByKey | null => collect(schema, fragments, type, selectionSets, null);

/** The same once it is known what the variables are: what @skip and @include leave out is not there. */
export const collectAsked = (
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  variables: Variables,
): FieldsByKey => collect(schema, fragments, type, selectionSets, variables) ?? new Map();

/** With variables directives are followed; without, the first one ends it. */
function collect(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  variables: Variables | null,
): FieldsByKey | null {
  const fields = new Map<string, FieldNode[]>();
  const entered = new Set<string>();
  const applies = (condition: NamedTypeNode | undefined): boolean => {
    if (!condition || condition.name.value === type.name) return true;
    const named = schema.getType(condition.name.value);
    return isAbstractType(named) && schema.isSubType(named, type);
  };
  const enter = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (hasAny(selection.directives)) {
        if (!variables) return false;
        if (isLeftOut(selection, variables)) return true;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return !applies(selection.typeCondition) || enter(selection.selectionSet);
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const others = fields.get(key);
        if (others) others.push(selection);
        else fields.set(key, [selection]);
        return true;
      }
      if (entered.has(selection.name.value)) return true;
      entered.add(selection.name.value);
      const fragment = fragments[selection.name.value];
      if (!fragment || (!variables && hasAny(fragment.directives))) return false;
      return !applies(fragment.typeCondition) || enter(fragment.selectionSet);
    });
  return selectionSets.every(enter) ? fields : null;
}

const hasAny = (directives: readonly DirectiveNode[] | undefined): boolean => (directives?.length ?? 0) > 0;

const isLeftOut = (node: SelectionNode, variables: Variables): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;
