import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import type { Sent } from '../send.ts';
import { type Fetched, fetchAllPages, ROWS_MAX } from './all-pages.ts';
import { AFTER, PAGE, pageQueryOf } from './page-query.ts';

const schema = buildSchema(`
  type Query { rows(first: Int, last: Int, after: String, before: String, search: String): Rows, other(id: ID!): Int }
  type Rows { totalCount: Int edges: [Edge!]! pageInfo: Info! }
  type Edge { node: Row! } type Row { id: ID! of(year: Int): Int } type Info { hasNextPage: Boolean! endCursor: String }`);

const asked: Sent = {
  query: `query Q($id: ID!, $year: Int, $search: String) {
    other(id: $id)
    mine: rows(last: 3, before: "x", search: $search) { totalCount edges { node { ...R } } pageInfo { hasNextPage } }
  }
  fragment R on Row { id of(year: $year) } fragment Unused on Row { id }`,
  variables: { year: 2569, search: 'ก' },
};

describe('the query for the pages of a list', () => {
  it('is valid, asks for that list alone, with its own variables and fragments, from a place on', () => {
    const query = pageQueryOf(asked, 'mine') ?? '';
    expect(validate(schema, parse(query))).toEqual([]);
    expect(query).toContain(`mine: rows(search: $search, first: 100, after: $${AFTER})`);
    expect(query).not.toMatch(/other|Unused|\$id/);
  });

  it('is none for what is no list at the root', () => {
    for (const path of ['other', 'mine.node', 'absent']) expect(pageQueryOf(asked, path)).toBeNull();
  });
});

/** A server with so many rows, that says where each page ends. */
const serve = (rows: number, failsAfter = Number.POSITIVE_INFINITY) => {
  let sent = 0;
  return async ({ variables }: Sent) => {
    sent += 1;
    if (sent > failsAfter) return { status: 200, milliseconds: 1, answer: { errors: [{ message: 'ช้าเกินไป' }] } };
    const after: unknown = Object(variables)[AFTER];
    const from = after === null ? 0 : Number(after);
    const to = Math.min(rows, from + 100);
    const edges = Array.from({ length: to - from }, (_unused, index) => ({ node: { id: from + index } }));
    const place = { hasNextPage: to < rows, endCursor: String(to) };
    return { status: 200, milliseconds: 1, answer: { data: { mine: { totalCount: rows, edges, [PAGE]: place } } } };
  };
};

const fetch = async (
  rows: number,
  { stopAt = Number.POSITIVE_INFINITY, failsAfter = Number.POSITIVE_INFINITY } = {},
) => {
  const told: Fetched[] = [];
  const end = await fetchAllPages({
    asked,
    path: 'mine',
    send: serve(rows, failsAfter),
    onProgress: (fetched) => told.push(fetched),
    isStopped: () => (told.at(-1)?.rows ?? 0) >= stopAt,
  });
  return { end, told };
};

describe('fetching all pages', () => {
  it('brings every row once, in order, and says how far it is', async () => {
    const { end, told } = await fetch(250);
    const { edges } = Object(end?.data.mine);
    expect(edges.map((edge: { node: { id: number } }) => edge.node.id)).toEqual(
      Array.from({ length: 250 }, (_, id) => id),
    );
    expect(end).toMatchObject({ rows: 250, total: 250, end: 'ALL' });
    expect(told.map(({ rows }) => rows)).toEqual([100, 200, 250, 250]);
  });

  it('ends at the limit, when it is stopped, and when the server fails, with what has come by then', async () => {
    expect((await fetch(ROWS_MAX + 5_000)).end).toMatchObject({ rows: ROWS_MAX, end: 'LIMIT' });
    expect((await fetch(1_000, { stopAt: 300 })).end).toMatchObject({ rows: 300, end: 'STOPPED' });
    expect((await fetch(1_000, { failsAfter: 2 })).end).toMatchObject({ rows: 200, end: 'FAILED', problem: 'ช้าเกินไป' });
  });
});
