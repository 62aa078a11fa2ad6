import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewMonths, thresholds } from '@registry/schema/base/thresholds.logic.ts';
import fc from 'fast-check';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { oitRules } from './oit-rules.ts';
import { orderRules } from './order-rules.ts';
import { recordRules } from './record-rules.ts';
import type { Case, TwiceSaid } from './twice-said.ts';

/** Rules that sets are asked about in SQL and single records in TypeScript: one answer to every generated record (docs/decisions/0040). */
let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const rules = { ...oitRules, ...orderRules, ...recordRules };
/** Together so many that a rule which is one day off answers some ten of them otherwise. */
const CASES = 500;
const RUNS = 4;

const statementOf = ({ sql, columns }: TwiceSaid): string =>
  `SELECT to_jsonb(${sql}) AS answer FROM jsonb_to_recordset($1::jsonb) AS g (n integer, ${columns}) ORDER BY g.n`;

/** The records to which the two give another answer. */
async function differing(rule: TwiceSaid, cases: readonly Case[]) {
  const given = JSON.stringify(cases.map((each, n) => ({ n, ...each.given })));
  const rows = await asSuperuser<{ answer: unknown }>(database.superuser, statementOf(rule), [given]);
  return cases
    .map((each, n) => ({ ...each, inSql: rows[n]?.answer ?? null }))
    .filter(({ answer, inSql }) => JSON.stringify(answer) !== JSON.stringify(inSql));
}

describe('a rule that stands in SQL and in TypeScript', () => {
  it.each(Object.entries(rules))('gives one answer: %s', async (_name, rule) => {
    const some = fc.array(rule.cases, { minLength: CASES, maxLength: CASES });
    await fc.assert(
      fc.asyncProperty(some, async (cases) => {
        // Records that are all answered alike show nothing.
        expect(new Set(cases.map(({ answer }) => JSON.stringify(answer))).size).toBeGreaterThan(1);
        expect(await differing(rule, cases)).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it.each(Object.entries(rules))('becomes a part of the statement that asks: %s', async (_name, rule) => {
    const plan = await asSuperuser(database.superuser, `EXPLAIN (VERBOSE) ${statementOf(rule)}`, ['[]']);
    expect(JSON.stringify(plan)).not.toMatch(/app\.\w+\(/);
  });

  it('has the days and months of thresholds.logic.ts, each once', async () => {
    const file = fileURLToPath(new URL('../../prisma/functions/1-values/thresholds.sql', import.meta.url));
    const names = [...(await readFile(file, 'utf8')).matchAll(/FUNCTION app\.(\w+)\(\)/g)].flatMap(
      ([, name]) => name ?? [],
    );
    expect(names.length).toBeGreaterThan(3);
    const [found] = await asSuperuser<Record<string, number>>(
      database.superuser,
      `SELECT ${names.map((name) => `app.${name}()`).join(', ')}`,
    );
    const said = Object.entries(thresholds).map(([name, days]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      days,
    ]);
    expect(said).toEqual(expect.arrayContaining(Object.entries(found ?? {})));
    const months = await asSuperuser(
      database.superuser,
      `SELECT level, app.review_months(level) AS months FROM unnest(enum_range(NULL::"CurrentRiskLevel")) AS level WHERE level <> 'UNASSESSED'`,
    );
    expect(Object.fromEntries(months.map(({ level, months: count }) => [level, count]))).toEqual(reviewMonths);
  });
});
