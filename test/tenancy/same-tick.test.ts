import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool, type Pool } from '@registry/prisma/client.ts';
import type { Scope } from '@registry/schema/tenancy/scope.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { statementsOf } from '../kit/statements.ts';

const ROUNDS = 200;
const ASKED = 6;

type Owned = { readonly id: string; readonly agencyId: string; readonly disclosure: number };

let database: DatabaseCopy;
let pool: Pool;
let risks: Owned[];
let scopes: Scope[];
beforeAll(async () => {
  database = await copyDatabase();
  // Drafts, so that what the city sees differs from what the agencies see.
  await asSuperuser(
    database.superuser,
    `SET session_replication_role = 'replica'; UPDATE "Risk" SET disclosure = 0 WHERE id::text < '8'`,
  );
  pool = createPool({ url: database.app, max: 2 });
  risks = await asSuperuser<Owned>(
    database.superuser,
    `SELECT r.id, r."agencyId", r.disclosure FROM "Risk" r JOIN "Agency" a ON a.id = r."agencyId"
     WHERE a.code IN ('BMA-CHOMTHONG', 'SAMPLE-1', 'SAMPLE-2') ORDER BY md5(r.id::text)`,
  );
  const agencies = [...new Set(risks.map(({ agencyId }) => agencyId))];
  scopes = [
    ...agencies.map((agencyId): Scope => ({ kind: 'agency', agencyId })),
    { kind: 'city', floor: 1 },
    { kind: 'city', floor: 2 },
    { kind: 'none' },
  ];
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const mayRead = (scope: Scope, { agencyId, disclosure }: Owned): boolean =>
  scope.kind === 'agency' ? agencyId === scope.agencyId : scope.kind === 'city' && disclosure >= scope.floor;

/** Other rows in every round, the same for all scopes: each asks for its own and for those of others. */
const askedIn = (round: number): Owned[] =>
  Array.from({ length: ASKED }, (_unused, place) => risks[(round * 7 + place * 11) % risks.length]).flatMap(
    (each) => each ?? [],
  );

const select = { id: true, agencyId: true } as const;

for (const filters of [true, false]) {
  const walls = filters ? 'both walls' : 'row-level security alone';

  it(`answers every scope its own when all ask the same in one tick: ${walls}`, async () => {
    const fallbacks: string[] = [];
    const tenancy = new Tenancy(pool, {
      filters,
      onFallback: (model, operation) => fallbacks.push(`${model}.${operation}`),
    });
    const wrong: string[] = [];
    let leakedRounds = 0;
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const asked = askedIn(round);
      const ids = asked.map(({ id }) => id);
      // No await before all have asked: the look-ups of each scope are merged, and the batches share two connections.
      const answers = scopes.map(async (scope) => {
        const { risk } = tenancy.dbFor(scope);
        const [list, counted, ...rows] = await Promise.all([
          risk.findMany({ where: { id: { in: ids } }, select }),
          risk.count({ where: { id: { in: ids } } }),
          ...ids.map((id) => risk.findUnique({ where: { id }, select })),
        ]);
        return { scope, list: list.map(({ id }) => id), counted, rows: rows.map((row) => row?.id ?? null) };
      });
      const before = wrong.length;
      for (const { scope, list, counted, rows } of await Promise.all(answers)) {
        const readable = asked.filter((each) => mayRead(scope, each)).map(({ id }) => id);
        const expected = ids.map((id) => (readable.includes(id) ? id : null));
        found += readable.length;
        if (JSON.stringify(rows) !== JSON.stringify(expected))
          wrong.push(`round ${round}: ${JSON.stringify(scope)} ${rows}`);
        if (counted !== readable.length || list.toSorted().join() !== readable.toSorted().join())
          wrong.push(`round ${round}: ${JSON.stringify(scope)} ${counted} ${list}`);
      }
      if (wrong.length > before) leakedRounds += 1;
    }
    console.info(
      `${walls}: ${leakedRounds} of ${ROUNDS} rounds leaked; ${found} rows were for the asking, ${scopes.length} scopes at once`,
    );
    expect(wrong).toEqual([]);
    expect(fallbacks).toEqual([]);
    expect(found).toBeGreaterThan(ROUNDS);
  });
}

it('merges look-ups of one scope that differ in nothing but the id, and gives each its own row', async () => {
  const tenancy = new Tenancy(pool);
  const own = risks[0];
  if (!own) throw new Error('There are risks.');
  const { risk } = tenancy.dbFor({ kind: 'agency', agencyId: own.agencyId });
  const ids = [...risks.map(({ id }) => id), own.id, own.id.toUpperCase()];
  let rows: readonly ({ id: string } | null)[] = [];
  const statements = await statementsOf(async () => {
    rows = await Promise.all(ids.map((id) => risk.findUnique({ where: { id }, select })));
  });
  expect(statements).toHaveLength(1);
  expect(rows.map((row) => row?.id ?? null)).toEqual(
    ids.map((id) => risks.find((each) => each.id === id.toLowerCase() && each.agencyId === own.agencyId)?.id ?? null),
  );
});
