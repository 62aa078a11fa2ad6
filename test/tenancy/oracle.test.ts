import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Scope } from '@registry/schema/tenancy/scope.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { generated } from '../kit/generated.ts';
import { citySamples, emptyVerdict, openTrial } from './oracle.ts';

/** How many reads are asked; `GENERATED=50 npm test -- tenancy/oracle` asks many. */
const READS = generated(400);
const SILENT_MAX = 1_000;
const FIXED_SEED = 25_690_101;
const COMPILED_MIN = 0.95;

let database: DatabaseCopy;
let scopes: Scope[];
beforeAll(async () => {
  database = await copyDatabase();
  const agencies = await asSuperuser<{ id: string }>(
    database.superuser,
    `SELECT id FROM "Agency" WHERE code IN ('BMA-CHOMTHONG', 'SAMPLE-1') ORDER BY code`,
  );
  scopes = [
    ...agencies.map(({ id }): Scope => ({ kind: 'agency', agencyId: id })),
    { kind: 'city', floor: 1 },
    { kind: 'city', floor: 2 },
    { kind: 'none' },
  ];
});
afterAll(() => database.drop());

const mostFirst = (counts: ReadonlyMap<string, number>) => [...counts].sort(([, a], [, b]) => b - a);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

it('compiled reads answer what Prisma answers, in every scope, behind both walls and behind the second alone', async () => {
  const randomSeed = randomInt(2 ** 31);
  const verdict = emptyVerdict();
  const others = await citySamples(database.app);
  const walls = scopes.flatMap((scope) => [true, false].map((filters) => ({ scope, filters })));
  const reads = Math.ceil(READS / walls.length / 2);
  for (const [place, each] of walls.entries()) {
    const trial = await openTrial({ ...each, others, url: database.app }, verdict);
    for (const seed of [FIXED_SEED, randomSeed]) await trial.run(reads, seed + place);
    await trial.stop();
    if (READS > SILENT_MAX) process.stderr.write(`oracle: ${place + 1} of ${walls.length} walls and scopes asked\n`);
  }

  const { differences, byStyle, found, reasons, refusals } = verdict;
  const { api, slice } = byStyle;
  const compiled = api.compiled + slice.compiled;
  console.info(
    [
      `${api.reads + slice.reads} reads, seeds ${FIXED_SEED} and ${randomSeed}: ${differences.length} differences`,
      `compiled: ${percent(api.compiled / api.reads)} of what the API asks, ${percent(slice.compiled / slice.reads)} of any`,
      `of the compiled ${percent(found / compiled)} found something`,
      ...mostFirst(reasons).map(([reason, times]) => `left to Prisma ${times} times: ${reason}`),
      ...mostFirst(refusals).map(([refusal, times]) => `refused by both ${times} times: ${refusal}`),
      ...differences,
    ].join('\n'),
  );
  expect(differences).toHaveLength(0);
  expect(api.compiled / api.reads).toBeGreaterThanOrEqual(COMPILED_MIN);
}, 3_600_000);
