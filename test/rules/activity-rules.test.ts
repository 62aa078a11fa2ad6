import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { detailsOfKind } from '@registry/schema/activity/activity-kind.logic.ts';
import { type ActivityCounts, percentOf, percentsOf } from '@registry/schema/activity/activity-percent.logic.ts';
import fc from 'fast-check';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

/** What is said of activities in SQL, asked about sets, and in TypeScript, asked about one, is the same. */
let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const ask = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asSuperuser<Row>(database.superuser, text, values);

const kinds = Object.keys(detailsOfKind) as ActivityCounts['kind'][];
const count = fc.option(fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 5_000 })));
const score = fc.option(fc.nat({ max: 99_999 }).map((hundredths) => (hundredths / 100).toFixed(2)));
const activity = fc.record({
  kind: fc.constantFrom(...kinds),
  invitedCount: count,
  attendedCount: count,
  passedCount: count,
  respondentCount: count,
  averageScore: score,
  scoreMax: score,
});

describe('the rules of activities', () => {
  it('name the same details of each kind', async () => {
    const rows = await ask<{ kind: string; details: string[] }>(
      `SELECT k::text AS kind, app.activity_details(k) AS details FROM unnest(enum_range(NULL::"ActivityKind")) k`,
    );
    expect(Object.fromEntries(rows.map(({ kind, details }) => [kind, details]))).toEqual(detailsOfKind);
  });

  it('come to the same percentage of any numbers', async () => {
    const given = fc.sample(activity, 2_000);
    const rows = await ask<{ percent: string | null }>(
      `SELECT app.activity_percent(a)::text AS percent FROM jsonb_array_elements($1) WITH ORDINALITY each(row, place)
         CROSS JOIN LATERAL jsonb_populate_record(NULL::"IntegrityActivity", row) a ORDER BY place`,
      [JSON.stringify(given)],
    );
    const expected = given.map((counts) => percentsOf(counts)[0]?.value ?? null);
    expect(rows.map(({ percent }) => percent)).toEqual(expected);
    expect(expected.filter((percent) => percent !== null).length).toBeGreaterThan(500);
    console.info(`${given.length} activities: one percentage in SQL and in TypeScript`);
  });

  it('halve up, and know no share of nothing', () => {
    expect([percentOf(1, 3), percentOf(2, 3), percentOf(1, 8_000), percentOf(4.35, '5')]).toEqual([
      '33.33',
      '66.67',
      '0.01',
      '87.00',
    ]);
    expect([percentOf(1, 0), percentOf(null, 3), percentOf(3, undefined)]).toEqual([null, null, null]);
  });

  it('read a percentage as it is printed, and compare it to the decimals that it has', async () => {
    const [row] = await ask<{ read: (string | null)[]; same: boolean[] }>(
      `SELECT ARRAY(SELECT app.printed_percent(p)::text FROM unnest(ARRAY['๖๖.๖๗', 'ร้อยละ 80', ' 92.5 %', 'ดีมาก', '1,000']) p) AS read,
         ARRAY(SELECT app.is_percent_as_printed(p, 66.67) FROM unnest(ARRAY['66.67', '67', '66.7', '66', '66.6', 'ดีมาก']) p) AS same`,
    );
    expect(row?.read).toEqual(['66.67', '80', '92.5', null, null]);
    expect(row?.same).toEqual([true, true, true, false, false, true]);
  });
});
