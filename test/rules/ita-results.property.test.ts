import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ResultRules, resultOf } from '@registry/schema/ita/result.logic.ts';
import { textOf } from '@registry/schema/ita/score.logic.ts';
import fc from 'fast-check';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

/** What the database grades and what the rules in code give, of generated results: whole ones, and those of which parts are not known. */
let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const ask = <Row extends object>(text: string, values: unknown[] = []) =>
  asSuperuser<Row>(database.superuser, text, values);
const OFF = `WITH off AS (SELECT set_config('session_replication_role', 'replica', false))`;
const RESULTS = 300;

type Rules = ResultRules & { readonly id: string; readonly indicatorIds: Readonly<Record<string, string>> };

const ruleSets = async (): Promise<Rules[]> =>
  ask<Rules>(
    `SELECT r.id, (SELECT jsonb_agg(jsonb_build_object('code', i.code, 'weight', (i."weightPercent" * 100)::int, 'indicators',
         (SELECT coalesce(jsonb_agg(n.number ORDER BY n.number), '[]') FROM "ItaIndicator" n WHERE n."ruleSetId" = r.id AND n."instrumentCode" = i.code))
         ORDER BY i.code) FROM "ItaInstrument" i WHERE i."ruleSetId" = r.id) AS instruments,
       (SELECT jsonb_agg(jsonb_build_object('code', g.code, 'nameTh', g."nameTh", 'nameEn', g."nameEn", 'rank', g.rank,
         'leastTotal', (g."leastTotal" * 100)::int, 'leastOfEachInstrument', (g."leastOfEachInstrument" * 100)::int)) FROM "ItaGradeBand" g
         WHERE g."ruleSetId" = r.id) AS grades,
       (SELECT jsonb_object_agg(n.number, n.id) FROM "ItaIndicator" n WHERE n."ruleSetId" = r.id) AS "indicatorIds"
     FROM "ItaRuleSet" r ORDER BY r."fiscalYearFrom"`,
  );

/** Printed scores, near the edges of grades as often as anywhere, and now and then with a third decimal. */
const hundredths = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }),
  fc
    .tuple(fc.constantFrom(5000, 5500, 6500, 7000, 7500, 8500, 9500), fc.integer({ min: -1, max: 1 }))
    .map(([a, b]) => a + b),
);
const printed = fc.oneof(
  hundredths.map((each) => textOf(each)),
  fc.integer({ min: 84_990, max: 85_010 }).map((each) => textOf(each, 3)),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4, nil: null });

const resultBy = (rules: Rules) =>
  fc.record({
    totalPrinted: maybe(printed),
    instruments: fc.tuple(
      ...rules.instruments.map(({ code }) => fc.record({ code: fc.constant(code), scorePrinted: maybe(printed) })),
    ),
    averages: fc.tuple(
      ...rules.instruments
        .flatMap(({ indicators }) => indicators)
        .map((number) => fc.record({ number: fc.constant(number), averagePrinted: maybe(printed) })),
    ),
  });

describe('the grade and the total of a result', () => {
  it(`are one in SQL and in TypeScript, for ${RESULTS} generated results of every rule set`, async () => {
    for (const rules of await ruleSets()) {
      const agencyId = randomUUID();
      if (!rules.instruments || !rules.grades) continue;
      const results = fc.sample(resultBy(rules), RESULTS).map((each) => ({ ...each, id: randomUUID() }));
      const kept = results.flatMap(({ id, instruments }) =>
        instruments.filter(({ scorePrinted }) => scorePrinted !== null).map((each) => ({ ...each, assessmentId: id })),
      );
      const averages = results.flatMap(({ id, averages: given }) =>
        given
          .filter(({ averagePrinted }) => averagePrinted !== null)
          .map(({ number, averagePrinted }) => ({
            assessmentId: id,
            averagePrinted,
            indicatorId: rules.indicatorIds[number],
          })),
      );
      // One result for each year: which years they are does not matter here.
      await ask(
        `${OFF} INSERT INTO "ItaAssessment" (id, "agencyId", "fiscalYear", "ruleSetId", "totalPrinted")
         SELECT (g ->> 'id')::uuid, $2::uuid, 3000 + place, $3::uuid, g ->> 'totalPrinted' FROM off, jsonb_array_elements($1::jsonb) WITH ORDINALITY e (g, place)`,
        [JSON.stringify(results), agencyId, rules.id],
      );
      await ask(
        `${OFF} INSERT INTO "ItaInstrumentScore" (id, "agencyId", "assessmentId", code, "scorePrinted")
         SELECT gen_random_uuid(), $2::uuid, (g ->> 'assessmentId')::uuid, (g ->> 'code')::"ItaInstrumentCode", g ->> 'scorePrinted' FROM off, jsonb_array_elements($1::jsonb) g`,
        [JSON.stringify(kept), agencyId],
      );
      await ask(
        `${OFF} INSERT INTO "ItaIndicatorScore" (id, "agencyId", "assessmentId", "indicatorId", "averagePrinted")
         SELECT gen_random_uuid(), $2::uuid, (g ->> 'assessmentId')::uuid, (g ->> 'indicatorId')::uuid, g ->> 'averagePrinted' FROM off, jsonb_array_elements($1::jsonb) g`,
        [JSON.stringify(averages), agencyId],
      );
      const graded = await ask<{ id: string; total: string | null; grade: string | null }>(
        `SELECT a.id, r.total::text, r.grade FROM "ItaAssessment" a
         CROSS JOIN LATERAL app.ita_result(a."agencyId", a.id, a."ruleSetId", a."totalPrinted") r WHERE a."agencyId" = $1 AND a."ruleSetId" = $2`,
        [agencyId, rules.id],
      );
      const inCode = results.map(({ id, totalPrinted, instruments, averages: given }) => {
        const { standing, grade } = resultOf(rules, {
          totalPrinted,
          instruments: instruments.map((each) => ({ ...each, weightedPrinted: null })),
          indicators: given.flatMap(({ number, averagePrinted }) =>
            averagePrinted === null ? [] : [{ number, averagePrinted }],
          ),
        });
        return [
          id,
          { id, total: standing.total === null ? null : textOf(standing.total), grade: grade?.code ?? null },
        ] as const;
      });
      const expected = new Map<string, object>(inCode);
      const wrong = graded.filter((each) => JSON.stringify(each) !== JSON.stringify(expected.get(each.id)));
      expect(wrong.map((each) => [each, expected.get(each.id)])).toEqual([]);
      expect(graded).toHaveLength(RESULTS);
      expect(new Set(graded.map(({ grade }) => grade)).size).toBeGreaterThan(3);
    }
  });
});
