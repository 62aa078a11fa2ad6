import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fields of selections by their key in the answer, in the order of the answer; null when a directive has a say in it. */
export function collectFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> | null {
  const fields = new Map<string, FieldNode[]>();
  const entered = new Set<string>();
  const applies = (condition: NamedTypeNode | undefined): boolean => {
    if (!condition || condition.name.value === type.name) return true;
    const named = schema.getType(condition.name.value);
    return isAbstractType(named) && schema.isSubType(named, type);
  };
  const enter = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (hasAny(selection.directives)) return false;
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
      if (!fragment || hasAny(fragment.directives)) return false;
      return !applies(fragment.typeCondition) || enter(fragment.selectionSet);
    });
  return selectionSets.every(enter) ? fields : null;
}

const hasAny = (directives: readonly DirectiveNode[] | undefined): boolean => (directives?.length ?? 0) > 0;
