import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { sampleQueryId } from '@registry/seed/people/sample-queries.ts';
import fc from 'fast-check';
import { generated, triesAll } from '../kit/generated.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { asKept, everyFilter, type FilteredList, filteredLists, filtersWithin, type Where } from './filtered-lists.ts';
import { whereOf } from './generated-filters.ts';
import { letsThrough, type Row, seenBy, type Tables, tablesOf } from './plain-filter.ts';

/** How often a list is tried on that nothing told apart: a run at a desk tries a tenth each time. */
const AGAIN = triesAll ? 5 : 20;

let registry: Registry;
let tables: Tables;
let seen: Readonly<Record<string, Tables>>;
beforeAll(async () => {
  registry = await startRegistry();
  const query = encodeGlobalId('SavedQuery', sampleQueryId('unanswered-risks'));
  await registry.as('sample-1-editor')('query ($id: ID!) { runQuery(id: $id) { cost } }', { id: query });
  tables = await tablesOf(registry.database);
  const own = [...(tables.Agency?.values() ?? [])].find(({ code }) => code === 'SAMPLE-1')?.id;
  const ofAgency = seenBy(tables, (row) => row.agencyId === own || isSharedWithAll(row));
  seen = {
    'sample-1-editor': ofAgency,
    'sample-1-agency-admin': ofAgency,
    centre: seenBy(tables, ({ disclosure }) => disclosure >= 1),
    auditor: seenBy(tables, () => false),
  };
});
afterAll(async () => registry.stop());

/** A saved query that its owner shares with all agencies, or a version of one. */
const isSharedWithAll = ({ savedQueryId, sharedWith }: Row): boolean =>
  (tables.SavedQuery?.get(String(savedQueryId))?.sharedWith ?? sharedWith) === 'ALL_AGENCIES';

/** How many records a list holds, and the first of them; of the complement, too. */
async function queryRows({ query, path, persona }: FilteredList, where: Where | null, rest: Where | null = null) {
  const { data, errors } = await registry.as(persona)(query, { where, rest });
  if (errors.length > 0) throw new Error(JSON.stringify([where, errors]));
  const { list, others } = path.slice(0, -1).reduce((part, key) => part[key], data);
  return [list, others].map((each) => ({ count: each.totalCount, names: nodes(each).map(({ name }) => idIn(name)) }));
}

/** The id of a record in what names it to clients; entries of the trail are named by their hash. */
const idIn = (name: string): string =>
  /^[0-9a-f]{64}$/.test(name) ? name : (Buffer.from(name, 'base64url').toString().split(':')[1] ?? '');

const NONE = { count: 0, names: [] };

/** All rows that somebody sees in a list; of agencies, those that are asked about. */
async function rowsSeen(list: FilteredList): Promise<readonly string[]> {
  const [{ count, names } = NONE] = await queryRows(list, isFar(list) ? region : null);
  if (count === names.length) return names;
  const all = [...(tables[list.model]?.keys() ?? [])];
  const seen = count === all.length ? all : await everyPage(list);
  expect(seen).toHaveLength(count);
  return seen;
}

async function everyPage({ pageQuery, path, persona }: FilteredList): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data } = await registry.as(persona)(pageQuery, { after });
    const { list } = path.slice(0, -1).reduce((part, key) => part[key], data);
    seen.push(...nodes(list).map(({ name }) => idIn(name)));
    if (!list.pageInfo.hasNextPage) return seen;
    after = list.pageInfo.endCursor;
  }
}

/** Agencies are more than a page holds, and everybody sees all: some of them are asked about. */
const region = { kind: { in: ['SAMPLE', 'DEPARTMENT', 'OFFICE'] } };
const isFar = ({ model }: FilteredList): boolean => model === 'Agency';

/** Lists for administrators of the city alone: what front ends registered, and no record of an agency. */
const isForAdministrators = ({ model }: FilteredList): boolean => model === 'TrustedDocument';
const lists = filteredLists()
  .filter((list) => !isForAdministrators(list))
  .map((list) => [list.path.join('.'), list] as const);
const setAside = filteredLists()
  .filter(isForAdministrators)
  .flatMap(({ type }) => [...filtersWithin(type)]);

describe('the filter of a list', () => {
  it('is tried here, whichever it is', () => {
    const tried = new Set([...lists.flatMap(([, { type }]) => [...filtersWithin(type)]), ...setAside]);
    expect(everyFilter.filter((type) => !tried.has(type)).map(({ name }) => name)).toEqual([]);
    expect(lists.map(([path]) => path)).toEqual(
      expect.arrayContaining(['risks', 'agency.libraryResponses', 'auditTrail']),
    );
  });

  it.each(lists)('lets through what it lets through of plain rows, and `not` all others: %s', async (_path, list) => {
    const { type, model, persona } = list;
    const all = await rowsSeen(list);
    const within = (where: Where) => (isFar(list) ? { and: [region, where] } : where);
    let somewhere = 0;
    const tryOut = () =>
      fc.assert(
        fc.asyncProperty(whereOf(tables, type, model, 3), async (where) => {
          const kept = asKept(type, where);
          const isIn = (id: string) => letsThrough(seen[persona] ?? {}, model, kept, tables[model]?.get(id) ?? null);
          const expected = [all.filter(isIn), all.filter((id) => !isIn(id))];
          if (expected.every(({ length }) => length > 0)) somewhere += 1;
          const found = await queryRows(list, within(where), within({ not: where }));
          for (const [place, { count, names }] of found.entries()) {
            const ids = expected[place] ?? [];
            expect(count).toBe(ids.length);
            expect(names).toHaveLength(Math.min(100, ids.length));
            expect(new Set(ids)).toEqual(new Set([...names, ...ids]));
          }
        }),
        { numRuns: generated(100) },
      );
    await tryOut();
    // A list of few records is told apart by few conditions: it is tried on until one does.
    for (let again = 0; again < AGAIN && all.length > 3 && somewhere === 0; again += 1) await tryOut();
    expect(all.length).toBeGreaterThan(0);
    if (all.length > 3) expect(somewhere).toBeGreaterThan(0);
  });
});
