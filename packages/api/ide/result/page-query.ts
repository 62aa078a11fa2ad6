import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  visit,
} from 'graphql';
import type { Sent } from '../send.ts';

/** The variable that says where the next page begins; no query has one of this name. */
export const AFTER = 'registryAfter';
/** What the page reads of where a page ends, beside what the query reads itself. */
export const PAGE = 'registryPage';

export const PAGE_SIZE = 100;

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
const PAGING = new Set(['first', 'last', 'after', 'before']);

const paged: readonly ArgumentNode[] = [
  { kind: Kind.ARGUMENT, name: name('first'), value: { kind: Kind.INT, value: String(PAGE_SIZE) } },
  { kind: Kind.ARGUMENT, name: name('after'), value: { kind: Kind.VARIABLE, name: name(AFTER) } },
];

const pageInfo: FieldNode = {
  kind: Kind.FIELD,
  alias: name(PAGE),
  name: name('pageInfo'),
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: ['hasNextPage', 'endCursor'].map((each) => ({ kind: Kind.FIELD, name: name(each) })),
  },
};

const keyOf = (field: FieldNode): string => (field.alias ?? field.name).value;

const isList = (selection: SelectionNode, key: string): selection is FieldNode =>
  selection.kind === Kind.FIELD &&
  keyOf(selection) === key &&
  (selection.selectionSet?.selections ?? []).some((inner) => inner.kind === Kind.FIELD && inner.name.value === 'edges');

/** What a part of a document names: its variables, and the fragments that it spreads, and so on. */
const namesIn = (part: FieldNode, document: DocumentNode) => {
  const variables = new Set<string>();
  const fragments = new Set<string>();
  const look = (node: FieldNode | DocumentNode['definitions'][number]): void => {
    visit(node, {
      enter: (inner) => {
        if (inner.kind === Kind.VARIABLE) variables.add(inner.name.value);
        if (inner.kind !== Kind.FRAGMENT_SPREAD || fragments.has(inner.name.value)) return;
        fragments.add(inner.name.value);
        const spread = document.definitions.find(
          (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === inner.name.value,
        );
        if (spread) look(spread);
      },
    });
  };
  look(part);
  return { variables, fragments };
};

const operationOf = ({ definitions }: DocumentNode, chosen: string | undefined): OperationDefinitionNode | undefined =>
  definitions
    .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    .find((each) => chosen === undefined || each.name?.value === chosen);

/**
 * The query for the pages of one list at the root of what was asked: that list alone, in the largest pages, from a place on. Null where what was
 * asked has no such list, or has it in a fragment.
 */
export const pageQueryOf = ({ query, operationName }: Sent, key: string): string | null => {
  const document = parse(query);
  const operation = operationOf(document, operationName);
  const field = operation?.selectionSet.selections.find((each) => isList(each, key));
  if (!operation || !field || field.kind !== Kind.FIELD || !field.selectionSet) return null;
  const list: FieldNode = {
    ...field,
    arguments: [...(field.arguments ?? []).filter((each) => !PAGING.has(each.name.value)), ...paged],
    selectionSet: { ...field.selectionSet, selections: [...field.selectionSet.selections, pageInfo] },
  };
  const { variables, fragments } = namesIn(list, document);
  const after = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: name(AFTER) },
    type: { kind: Kind.NAMED_TYPE, name: name('String') },
  } as const;
  return print({
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        variableDefinitions: [
          ...(operation.variableDefinitions ?? []).filter((each) => variables.has(each.variable.name.value)),
          after,
        ],
        selectionSet: { kind: Kind.SELECTION_SET, selections: [list] },
      },
      ...document.definitions.filter(
        (each) => each.kind === Kind.FRAGMENT_DEFINITION && fragments.has(each.name.value),
      ),
    ],
  });
};
