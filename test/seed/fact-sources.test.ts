import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const ask = <Row extends object>(text: string) => registry.rows<Row>(text);

const HEADING = '## Where each kind of field comes from';
const page = readFileSync(new URL('../../docs/documents.md', import.meta.url), 'utf8');
const named = (cell = ''): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

/** What the page says of each record, and of every record: its fields, or all of them. */
const declared = page
  .slice(page.indexOf(HEADING) + HEADING.length)
  .split('\n## ', 1)
  .flatMap((section) => section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---')))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, records, fields]) => ({ records: named(records), fields: fields === 'all' ? null : named(fields) }));

const isDeclared = (table: string, column: string): boolean =>
  declared.some(
    ({ records, fields }) =>
      (records.includes(table) || records.length === 0) && (fields === null || fields.includes(column)),
  );

/** Every table of the agencies, with the columns that hold something of an agency that is real. */
const filledColumns = async (): Promise<{ table: string; column: string; count: number }[]> => {
  const tables = await ask<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agencyId' ORDER BY 1`,
  );
  const filled = await Promise.all(
    ['Agency', ...tables.map(({ name }) => name)].map((table) =>
      ask<{ table: string; column: string; count: number }>(
        `SELECT '${table}' AS table, e.key AS column, count(*)::int AS count FROM "${table}" t
         JOIN "Agency" a ON a.id = t."${table === 'Agency' ? 'id' : 'agencyId'}", jsonb_each(to_jsonb(t)) e
         WHERE a.kind <> 'SAMPLE' AND e.value NOT IN ('null', '[]') GROUP BY e.key`,
      ),
    ),
  );
  return filled.flat();
};

describe('a fact on a real agency', () => {
  it('has a source that the page on the documents names, for every field that holds something', async () => {
    const filled = await filledColumns();
    process.stdout.write(
      `kinds of fields: ${filled.length}, values: ${filled.reduce((sum, { count }) => sum + count, 0)}\n`,
    );
    expect(filled.length).toBeGreaterThan(200);
    expect(filled.filter(({ table, column }) => !isDeclared(table, column))).toEqual([]);
  });

  it('stands in a record that names its document and the place in it', async () => {
    for (const table of ['Unit', 'Position', 'Plan', 'Project', 'SwotAnalysis', 'RiskRegister', 'Risk']) {
      const found = await ask<{ without: number; all: number }>(
        `SELECT count(*) FILTER (WHERE t.origin <> 'DOCUMENT' OR t."sourceDocument" IS NULL OR t."sourceSection" IS NULL)::int AS without,
           count(*)::int AS all FROM "${table}" t JOIN "Agency" a ON a.id = t."agencyId" WHERE a.kind <> 'SAMPLE'`,
      );
      expect([table, found[0]?.without, (found[0]?.all ?? 0) > 0]).toEqual([table, 0, true]);
    }
    expect(
      await ask(
        `SELECT f.code FROM "Finding" f JOIN "Agency" a ON a.id = f."agencyId"
         WHERE a.kind <> 'SAMPLE' AND (CASE WHEN f."ruleKey" IS NULL THEN f."sourceDocument" ELSE f."basisTh" END) IS NULL`,
      ),
    ).toEqual([]);
  });
});
