import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { drawn } from '../kit/generated.ts';
import { type Client, type Registry, startRegistry } from '../kit/registry.ts';
import { openRows, type Rows } from '../kit/rows.ts';
import { switchesOfThisRun } from '../kit/switches.ts';
import { type ListAt, recordLists } from './paged-lists.ts';

let registry: Registry;
let rows: Rows;
const leftToPrisma: string[] = [];
beforeAll(async () => {
  registry = await startRegistry({
    responseCacheMb: 0,
    onFallback: (model, operation) => leftToPrisma.push(`${operation} of ${model}`),
  });
  rows = await openRows(registry.database);
  ownRights = new Set(await rightsOf(readers));
  await stage();
}, 60_000);
afterAll(async () => {
  await rows.close();
  await registry.stop();
});

/** The rows without which somebody may read nothing, or less. */
async function rightsOf(personas: readonly string[]): Promise<string[]> {
  const held = await rows.query(
    `SELECT m.id, a.id AS account, m."agencyId" AS agency FROM "Membership" m JOIN "Account" a ON a.id = m."accountId" WHERE a.sub = ANY ($1)`,
    [personas.map((id) => `demo|${id}`)],
  );
  return held.flatMap(({ id, account, agency }) => [id, account, agency]);
}

/** Many rows tie, and many have no value, where the seed has few of either. */
async function stage(): Promise<void> {
  for (const { node } of recordLists) {
    const columns = await rows.query(
      `SELECT column_name AS name, is_nullable = 'YES' AS "isNullable" FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
      [node],
    );
    for (const { name, isNullable } of columns) {
      if (name === 'updatedAt')
        await rows.query(
          `UPDATE "${node}" SET "updatedAt" = date_trunc('second', "updatedAt") - make_interval(secs => get_byte(uuid_send(id), 15) % 3)`,
        );
      if (isNullable && ['score', 'effectiveTo', 'publishedAt', 'dopaCode', 'sourceDocument'].includes(name))
        await rows.query(`UPDATE "${node}" SET "${name}" = NULL WHERE get_byte(uuid_send(id), 15) % 3 = 0`);
    }
  }
}

/** Who reads; what their own rights rest on is not changed meanwhile. */
const readers = ['centre', 'sample-1-approver', 'chomthong-editor'];
let ownRights: ReadonlySet<string>;

type Page = {
  ids: string[];
  hasNext: boolean;
  hasPrevious: boolean;
  start: string | null;
  end: string | null;
  total: number;
};
type Reader = (page: string) => Promise<Page>;
type Place = { readonly list: ListAt; readonly parentId: string | null };

/**
 * Every order of the first list of a kind of record, and two of each other: how a list goes on is a matter of its records and its order, and
 * not of where it stands.
 */
const orderings = ({ orders }: ListAt, isFirst: boolean): string[] =>
  isFirst ? everyOrder(orders) : everyOrder(orders).filter((_order, index) => index === 0 || index === 2);

const everyOrder = (orders: readonly string[]): string[] => [
  '',
  ...orders.flatMap((field) =>
    ['ASC', 'DESC'].map((direction) => `, orderBy: [{field: ${field}, direction: ${direction}}]`),
  ),
  ...(orders.length > 1 ? [`, orderBy: [{field: ${orders[1]}, direction: DESC}, {field: ${orders[0]}}]`] : []),
];

const parts = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } }';

function pageOf({ totalCount, pageInfo, edges }: any): Page {
  expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
    edges.at(0)?.cursor ?? null,
    edges.at(-1)?.cursor ?? null,
  ]);
  return {
    ids: edges.map(({ node }: { node: { id: string } }) => Buffer.from(node.id, 'base64url').toString().split(':')[1]),
    hasNext: pageInfo.hasNextPage,
    hasPrevious: pageInfo.hasPreviousPage,
    start: pageInfo.startCursor,
    end: pageInfo.endCursor,
    total: totalCount,
  };
}

function readerOf(ask: Client, { list: { parent, field }, parentId }: Place, order: string): Reader {
  return async (page) => {
    const asked = `${field}(${page}${order}) { ${parts} }`;
    const query = parentId ? `query ($id: ID!) { node(id: $id) { ... on ${parent} { ${asked} } } }` : `{ ${asked} }`;
    const { data, errors } = await ask(query, parentId ? { id: encodeGlobalId(parent, parentId) } : {});
    expect(errors).toEqual([]);
    return pageOf(parentId ? data.node[field] : data[field]);
  };
}

/** Where a list can be read, by whom: the one with the most rows that a single reading shows. */
async function placeOf(list: ListAt): Promise<{ place: Place; ask: Client; whole: number } | null> {
  const { parent, field } = list;
  const isRoot = parent === 'Query';
  const parents = isRoot
    ? []
    : (await rows.query(`SELECT id FROM "${parent}" ORDER BY id LIMIT 12`)).map(({ id }) => id);
  const counted = `${field}(first: 1) { totalCount }`;
  let best: { place: Place; ask: Client; whole: number } | null = null;
  for (const ask of readers.map(registry.as)) {
    const { data } = isRoot
      ? await ask(`{ ${counted} }`)
      : await ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${parent} { ${counted} } } }`, {
          ids: parents.map((id) => encodeGlobalId(parent, id)),
        });
    const found: any[] = isRoot ? [data] : (data?.nodes ?? []);
    for (const [index, each] of found.entries()) {
      const whole = each?.[field]?.totalCount ?? 0;
      if (whole <= 100 && whole > (best?.whole ?? 1))
        best = { place: { list, parentId: parents[index] ?? null }, ask, whole };
    }
  }
  return best;
}

/** What happens to a row between two pages; each in its turn. */
const changes: readonly ((table: string, id: string, column: string) => Promise<unknown>)[] = [
  (table, id) => rows.remove(table, id),
  async (table, id, column) => {
    const other = `(SELECT "${column}" FROM "${table}" ORDER BY id DESC LIMIT 1)`;
    if (!(await rows.set(table, id, column, other))) await rows.remove(table, id);
  },
  async (table, id) => {
    // Out of sight of the centre, and of the agency that had it.
    const isHidden =
      (await rows.set(table, id, 'disclosure', '0')) &&
      (await rows.set(table, id, 'agencyId', `(SELECT id FROM "Agency" WHERE code = 'SAMPLE-3')`));
    if (!isHidden) await rows.remove(table, id);
  },
];

type Way = 'forward' | 'backward';

/** Reads a list page by page while the row at the end of each page, and one further on, change. */
async function readWhileItChanges(read: Reader, list: ListAt, way: Way, column: string, whole: readonly string[]) {
  const size = Math.max(1, Math.ceil(whole.length / 4));
  const changed = new Set<string>();
  const seen: string[] = [];
  const ahead = way === 'forward' ? whole : whole.toReversed();
  let cursor: string | null = '';
  for (let turn = 0; cursor !== null; turn += 1) {
    expect(turn).toBeLessThan(30);
    const page: Page = await read(
      way === 'forward' ? `first: ${size}, after: "${cursor}"` : `last: ${size}, before: "${cursor}"`,
    );
    seen.push(...(way === 'forward' ? page.ids : page.ids.toReversed()));
    const [more, end]: [boolean, string | null] =
      way === 'forward' ? [page.hasNext, page.end] : [page.hasPrevious, page.start];
    cursor = more ? end : null;
    for (const id of [seen.at(-1), ahead.find((each) => !seen.includes(each) && !changed.has(each))]) {
      if (!id || cursor === null || ownRights.has(id)) continue;
      changed.add(id);
      await changes[turn % changes.length]?.(list.node, id, column);
    }
  }
  return { seen, changed };
}

describe('pages that go on from a cursor', () => {
  it('show every row once that nobody touched, in order, whatever happens to the row at the end of a page', async () => {
    const wrong: string[] = [];
    let runs = 0;
    const covered: string[] = [];
    const kinds = new Set<string>();
    for (const list of recordLists) {
      const found = await placeOf(list);
      if (!found) continue;
      covered.push(`${list.parent}.${list.field} ${found.whole}`);
      const isFirst = !kinds.has(list.node);
      kinds.add(list.node);
      for (const order of drawn(orderings(list, isFirst))) {
        const read = readerOf(found.ask, found.place, order);
        const { ids: whole, total } = await read('first: 100');
        expect(whole).toHaveLength(total);
        const column = /field: (\w+)/.exec(order)?.[1] ?? list.orders[0] ?? 'id';
        for (const way of ['forward', 'backward'] as const) {
          const { seen, changed } = await readWhileItChanges(read, list, way, column, whole);
          await rows.restore();
          runs += 1;
          const untouched = (ids: readonly string[]) => ids.filter((id) => !changed.has(id));
          const meant = untouched(way === 'forward' ? whole : whole.toReversed());
          if (untouched(seen).join() !== meant.join())
            wrong.push(`${list.parent}.${list.field}${order} ${way}: ${untouched(seen).length} of ${meant.length}`);
        }
      }
    }
    console.info(
      `cursors: ${runs} readings of ${covered.length} of ${recordLists.length} lists: ${covered.join(', ')}`,
    );
    expect(wrong).toEqual([]);
    expect(covered.length).toBeGreaterThan(15);
    if (switchesOfThisRun.compiledReads) expect(leftToPrisma).toEqual([]);
  }, 600_000);
});
