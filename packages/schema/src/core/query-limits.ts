import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { decodePlace } from './audit-place.logic.ts';
import type { Context } from './context.ts';
import { invalidInput, RegistryError } from './errors.ts';

const PAGE_MAX = 100;
const LIST_MAX = 250;

export type Request = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
};

const givenValue = (node: ValueNode | undefined, variables: Request['variables']): unknown => {
  if (!node || node.kind === Kind.NULL) return null;
  if (node.kind === Kind.VARIABLE) return variables[node.name.value] ?? null;
  if (node.kind === Kind.STRING) return node.value;
  return node.kind === Kind.INT ? Number(node.value) : node;
};

const pageError = (field: string) =>
  invalidInput({
    field,
    message: {
      th: `${field}: ต้องระบุ first หรือ last อย่างใดอย่างหนึ่ง ระหว่าง 1 ถึง ${PAGE_MAX}`,
      en: `${field} needs either first or last, from 1 to ${PAGE_MAX}.`,
    },
  });

/** A list that a document asks for: where its page comes from. */
type AskedList = {
  readonly field: string;
  readonly sizes: readonly ValueNode[];
  readonly cursors: readonly ArgumentNode[];
};

const argumentsNamed = (node: FieldNode, ...names: string[]): ArgumentNode[] =>
  (node.arguments ?? []).filter(({ name }) => names.includes(name.value));

function assertPage({ field, sizes, cursors }: AskedList, variables: Request['variables']): void {
  const given = sizes.map((node) => givenValue(node, variables)).filter((value) => value !== null);
  const [size] = given;
  if (given.length !== 1 || typeof size !== 'number' || size < 1 || size > PAGE_MAX) throw pageError(field);
  for (const { name, value } of cursors) {
    const cursor = givenValue(value, variables);
    if (cursor !== null && !isCursor(cursor)) throw cursorError(name.value);
  }
}

/** A cursor as the connections make it: the id of the item, encoded; or a place in the audit trail, whose entries have no id. */
const isCursor = (cursor: unknown): boolean =>
  typeof cursor === 'string' &&
  (/^GPC:S:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(Buffer.from(cursor, 'base64').toString('utf8')) ||
    decodePlace(cursor) !== null);

const cursorError = (field: string) =>
  invalidInput({
    field,
    message: {
      th: `${field}: ตำแหน่งไม่ถูกต้อง ใช้ค่าที่ได้จาก pageInfo`,
      en: `${field} is no cursor: use one from pageInfo or an edge.`,
    },
  });

/** What a document says of its lists, found once: the same documents come again and again. */
type Lists = { readonly asked: readonly AskedList[]; readonly isTooLong: boolean };
const listsOf = new WeakMap<DocumentNode, Lists>();

function findLists({ schema, document }: Request): Lists {
  const types = new TypeInfo(schema);
  const asked: AskedList[] = [];
  let isTooLong = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const names = types.getFieldDef()?.args.map(({ name }) => name) ?? [];
        if (!names.includes('first') || !names.includes('last')) return;
        const sizes = argumentsNamed(node, 'first', 'last').map(({ value }) => value);
        asked.push({ field: node.name.value, sizes, cursors: argumentsNamed(node, 'after', 'before') });
      },
      ListValue(node) {
        isTooLong ||= node.values.length > LIST_MAX;
      },
    }),
  );
  return { asked, isTooLong };
}

/** Refuses, before anything is read, a list without a page size from 1 to 100. */
export function assertPages(request: Request): void {
  const { document, variables } = request;
  const lists = listsOf.get(document) ?? findLists(request);
  listsOf.set(document, lists);
  for (const list of lists.asked) assertPage(list, variables);
  if (lists.isTooLong) throw listError();
  for (const value of Object.values(variables)) assertLists(value);
}

const listError = () =>
  invalidInput({
    field: 'in',
    message: { th: `รายการยาวได้ไม่เกิน ${LIST_MAX} ค่า`, en: `A list holds at most ${LIST_MAX} values.` },
  });

function assertLists(value: unknown): void {
  if (Array.isArray(value) && value.length > LIST_MAX) throw listError();
  if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) assertLists(each);
}

export type Cost = { readonly requested: number; readonly depth: number };

/** The costs of a document by the sizes in its variables, found once for each: a cost depends on sizes alone. */
const costsOf = new WeakMap<DocumentNode, Map<string, Cost>>();
const COSTS_MAX = 100;

/** What of a value can matter to a cost: numbers, lengths of lists, and which values are there at all. */
const sizeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return [value.length];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([name, each]) => [name, sizeOf(each)]);
  return typeof value === 'number' ? value : value === null;
};

function costOf(request: Request, context: Context): Cost {
  const { document, operationName, variables } = request;
  const known = costsOf.get(document) ?? new Map<string, Cost>();
  costsOf.set(document, known);
  const key = JSON.stringify([operationName, sizeOf(variables)]);
  const cost = known.get(key) ?? findCost(request, context);
  if (known.size < COSTS_MAX) known.set(key, cost);
  return cost;
}

function findCost(request: Request, context: Context): Cost {
  const document = costedPart(request);
  if (!document) return { requested: 0, depth: 0 };
  const { complexity, depth } = complexityFromQuery(document, {
    schema: request.schema,
    ctx: context,
    variables: { ...request.variables },
  });
  return { requested: complexity, depth };
}

/** What a request may cost: roughly the number of objects it can return. Refused, before anything is read, above the limits. */
export function assertCost(request: Request, context: Context, limits: { costMax: number; depthMax: number }): Cost {
  const cost = costOf(request, context);
  const { requested, depth } = cost;
  if (requested > limits.costMax || depth > limits.depthMax) {
    throw new RegistryError(
      'QUERY_TOO_COSTLY',
      {
        th: `คำขอใหญ่เกินไป: ต้นทุน ${requested} (ไม่เกิน ${limits.costMax}) ความลึก ${depth} (ไม่เกิน ${limits.depthMax}) กรุณาขอหน้าละน้อยลง`,
        en: `The query is too costly: cost ${requested} (at most ${limits.costMax}), depth ${depth} (at most ${limits.depthMax}). Ask for smaller pages.`,
      },
      [],
      { refusesRequest: true },
    );
  }
  return cost;
}

/** The chosen operation with the fragments, without introspection, which reads no data; null when nothing is left. */
function costedPart({ document, operationName }: Request): DocumentNode | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const selections = operation.selectionSet.selections.filter(
    (node) => node.kind !== Kind.FIELD || !node.name.value.startsWith('__'),
  );
  if (selections.length === 0) return null;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return {
    ...document,
    definitions: [{ ...operation, selectionSet: { ...operation.selectionSet, selections } }, ...fragments],
  };
}
