import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { generated } from '../kit/generated.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { plainLevels, plainProgress, type Question, wrongSummaries } from './plain.ts';
import { doWork, work } from './writers.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const select = (text: string, values: unknown[] = []): Promise<any[]> => registry.rows(text, values);

const query = `query ($fiscalYear: FiscalYear!, $groupBy: CentreGrouping!, $filter: CentreFilter) { centre {
  riskLevels(fiscalYear: $fiscalYear, groupBy: $groupBy, filter: $filter) { key nameTh nameEn total unassessed low medium high extreme }
  mitigationProgress(fiscalYear: $fiscalYear, groupBy: $groupBy, filter: $filter) {
    key nameTh nameEn total done cancelled overdue averageProgressPercent
  }
} }`;

/** Asks the centre, compares with what the rows themselves say, and tells how many groups there were. */
async function compare({ persona, ...variables }: Question): Promise<number> {
  const { data, errors } = await registry.as(persona)(query, variables);
  expect(errors).toEqual([]);
  expect(data.centre).toEqual({
    riskLevels: await plainLevels(registry.database, { persona, ...variables }),
    mitigationProgress: await plainProgress(registry.database, { persona, ...variables }),
  });
  return data.centre.riskLevels.length;
}

const filters = {
  agencyCodes: ['SAMPLE-1', 'SAMPLE-2', 'SAMPLE-4', 'BMA-CHOMTHONG', 'NO-SUCH'],
  agencyKinds: ['SAMPLE', 'DISTRICT_OFFICE', 'DEPARTMENT'],
  districtGroups: ['NORTH_THONBURI', 'SOUTH_THONBURI'],
  processAreas: ['OTHER', 'INSPECTION', 'PROCUREMENT', 'CASH_RECEIPT'],
} as const;
const question: fc.Arbitrary<Question> = fc.record({
  persona: fc.constantFrom('centre' as const, 'analyst' as const),
  fiscalYear: fc.constantFrom(2567, 2568, 2569, 2570),
  groupBy: fc.constantFrom(
    'AGENCY' as const,
    'DISTRICT_GROUP' as const,
    'AGENCY_KIND' as const,
    'PROCESS_AREA' as const,
  ),
  filter: fc.record(
    {
      agencyCodes: fc.subarray([...filters.agencyCodes]),
      agencyKinds: fc.subarray([...filters.agencyKinds]),
      districtGroups: fc.subarray([...filters.districtGroups]),
      processAreas: fc.subarray([...filters.processAreas]),
      includeSamples: fc.boolean(),
      includeNotOverseen: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});

describe('the summaries of registers', () => {
  it('say of the documents and samples what the rows say, in every year and grouping, whatever the filter', async () => {
    expect(await wrongSummaries(registry.database)).toEqual([]);
    let groups = 0;
    for (const persona of ['centre', 'analyst'] as const)
      for (const fiscalYear of [2566, 2567, 2568, 2569])
        for (const groupBy of ['AGENCY', 'DISTRICT_GROUP', 'AGENCY_KIND', 'PROCESS_AREA'] as const)
          for (const filter of [{}, { includeSamples: true, includeNotOverseen: true }])
            groups += await compare({ persona, fiscalYear, groupBy, filter });
    expect(groups).toBeGreaterThan(50);
    await fc.assert(
      fc.asyncProperty(question, async (asked) => void (await compare(asked))),
      { numRuns: generated(30) },
    );
  });

  it('stay right under writers of two agencies at once, whatever they add, assess, move, disclose and remove', async () => {
    const agencies: { id: string; account: string }[] = await select(
      `SELECT DISTINCT ON (g.code) g.id, m."accountId" AS account FROM "Agency" g JOIN "Membership" m ON m."agencyId" = g.id
       WHERE g.code IN ('SAMPLE-1', 'SAMPLE-2') ORDER BY g.code, m.id`,
    );
    // Deadlocks are to happen here, and to be found at once.
    await select(`ALTER DATABASE ${registry.database.name} SET deadlock_timeout = '10ms'`);
    const total = { done: 0, refused: 0, retried: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(work, { minLength: 4, maxLength: 6 }), question, async (works, asked) => {
        const outcomes = await Promise.all(
          works.map((each, writer) => {
            const agency = agencies[writer % 2];
            if (!agency) throw new Error('There are two agencies.');
            return doWork(registry.database.owner, agency, each);
          }),
        );
        for (const outcome of outcomes)
          for (const name of ['done', 'refused', 'retried'] as const) total[name] += outcome[name];
        expect(await wrongSummaries(registry.database)).toEqual([]);
        await compare(asked);
      }),
      // What a run finds depends on those before it and on who is faster: a shrunk one would be another.
      { numRuns: generated(15), endOnFailure: true },
    );
    console.info(
      `${total.done} transactions done, ${total.refused} refused, ${total.retried} run again after a lost race; 0 summaries wrong`,
    );
    expect(total.done).toBeGreaterThan(total.refused);
  }, 60_000);

  it('are read by their agency and, as far as disclosed, by the city, and written by nobody', async () => {
    const [own] = await select(`SELECT id FROM "Agency" WHERE code = 'SAMPLE-2'`);
    const client = new pg.Client({ connectionString: registry.database.app });
    await client.connect();
    const setScope = (agency: string, floor: string) =>
      client.query(`SELECT set_config('app.agency', $1, false), set_config('app.floor', $2, false)`, [agency, floor]);
    try {
      for (const table of ['RegisterSummary', 'RegisterDueDay']) {
        const seen = async (agency: string, floor: string): Promise<number> => {
          await setScope(agency, floor);
          return (await client.query(`SELECT count(*)::int AS count FROM "${table}"`)).rows[0].count;
        };
        const held = async (where: string): Promise<number> =>
          (await select(`SELECT count(*)::int AS count FROM "${table}" WHERE ${where}`))[0].count;
        expect(await seen('', '')).toBe(0);
        expect(await seen(own.id, '')).toBe(await held(`"agencyId" = '${own.id}'`));
        expect(await seen('', '1')).toBe(await held('disclosure >= 1'));
        expect(await seen('', '2')).toBe(await held('disclosure >= 2'));
        for (const [agency, floor] of [
          [own.id, ''],
          ['', '1'],
        ]) {
          await setScope(agency, floor);
          for (const statement of [
            `INSERT INTO "${table}" SELECT * FROM "${table}"`,
            `UPDATE "${table}" SET "openMitigations" = 0`,
            `DELETE FROM "${table}"`,
            `TRUNCATE "${table}"`,
          ])
            await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
        }
      }
    } finally {
      await client.end();
    }
  });

  it('are filled from what is there when a database of before them is migrated', async () => {
    const migration = readFileSync(
      new URL('../../prisma/migrations/20261121000400_register_summaries/migration.sql', import.meta.url),
      'utf8',
    );
    await select('TRUNCATE "RegisterSummary", "RegisterDueDay"');
    expect((await wrongSummaries(registry.database)).length).toBeGreaterThan(0);
    const owner = new pg.Client({ connectionString: registry.database.owner });
    await owner.connect();
    try {
      await owner.query(migration.slice(migration.lastIndexOf('DO $$')));
    } finally {
      await owner.end();
    }
    expect(await wrongSummaries(registry.database)).toEqual([]);
  });
});
