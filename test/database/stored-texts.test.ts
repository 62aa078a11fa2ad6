import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanTextOf, lineNames } from '@registry/schema/base/line.logic.ts';
import { cleanText, textFault } from '@registry/schema/base/text.logic.ts';
import fc from 'fast-check';
import pg from 'pg';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { anyText, water } from '../kit/text-samples.ts';

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const asOwner = async (text: string): Promise<void> => {
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};

const ask = <Row extends object>(text: string) => asSuperuser<Row>(database.superuser, text);

const textOf = async (table: string, column: string, id: string): Promise<string> => {
  const [row] = await ask<{ text: string }>(`SELECT "${column}" AS text FROM "${table}" WHERE id = '${id}'`);
  return row?.text ?? '';
};

const literal = (text: string): string => pg.escapeLiteral(text);

describe('the spelling of stored texts', () => {
  it('is the same in SQL as in the application, for any text that can be kept', async () => {
    const texts = fc.sample(anyText, { numRuns: 5_000, seed: 19 }).filter((text) => textFault(text) === null);
    expect(texts.length).toBeGreaterThan(2_000);
    const rows = await ask<{ text: string; line: string }>(
      `SELECT app.clean_text(given) AS text, app.clean_line(given) AS line FROM unnest(ARRAY[${texts.map(literal).join(', ')}]::text[]) WITH ORDINALITY AS list(given, place) ORDER BY place`,
    );
    const differences = texts.flatMap((text, index) => {
      const [ours, theirs] = [
        { text: cleanText(text), line: cleanTextOf('code', text) },
        { text: rows[index]?.text, line: rows[index]?.line },
      ];
      return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [[JSON.stringify(text), ours, theirs]];
    });
    expect(differences).toEqual([]);
  });

  it('is of one line in the same columns as in the application', async () => {
    const columns = await ask<{ name: string; isLine: boolean }>(
      `SELECT DISTINCT column_name AS name, app.is_line(column_name) AS "isLine" FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const names = new Set<string>(lineNames);
    expect(columns.filter(({ name, isLine }) => names.has(name) !== isLine)).toEqual([]);
    const [row] = await ask<{ count: number }>(
      `SELECT count(*)::int AS count FROM unnest(ARRAY[${lineNames.map(literal).join(', ')}]) name WHERE app.is_line(name)`,
    );
    expect(row?.count).toBe(lineNames.length);
  });

  it('leaves out what can be stored no more, because nobody can be asked', async () => {
    const [row] = await ask<{ text: string }>(`SELECT app.clean_text(U&'\\202Eก\\F70A\\001Bข') AS text`);
    expect(row?.text).toBe('กข');
  });

  it('is that of every text that is loaded from the documents and for the sample city', async () => {
    const before = await ask<{ count: number }>('SELECT count(*)::int AS count FROM "AuditEntry"');
    await asOwner('CALL app.clean_stored_texts()');
    expect(await ask('SELECT count(*)::int AS count FROM "AuditEntry"')).toEqual(before);
  });

  it('is brought about in a filled database: of every agency, of lists, recorded in the trail; editions and the trail stay as they are', async () => {
    const written = literal(` ${water.written[2]}\u00a0`);
    const [risk, other] = await ask<{ id: string; agencyId: string; code: string }>(
      'SELECT DISTINCT ON ("agencyId") id, "agencyId", code FROM "Risk" ORDER BY "agencyId", code LIMIT 2',
    );
    const [agency] = await ask<{ id: string }>('SELECT id FROM "Agency" LIMIT 1');
    const [edition] = await ask<{ id: string }>('SELECT id FROM "Edition" LIMIT 1');
    const [report] = await ask<{ id: string }>('SELECT id FROM "ProgressReport" LIMIT 1');
    if (!risk || !other || !agency || !edition || !report) throw new Error('The seed has these.');
    await ask(`SET session_replication_role = 'replica';
      UPDATE "Risk" SET "titleTh" = ${written} WHERE id IN ('${risk.id}', '${other.id}');
      UPDATE "Agency" SET "nameTh" = ${written} WHERE id = '${agency.id}';
      UPDATE "Edition" SET "titleTh" = ${written} WHERE id = '${edition.id}';
      UPDATE "ProgressReport" SET "evidenceUrls" = ARRAY['https://a.go.th/\u200bx'] WHERE id = '${report.id}'`);
    await asOwner('CALL app.clean_stored_texts()');

    expect(await textOf('Risk', 'titleTh', risk.id)).toBe(water.kept);
    expect(await textOf('Risk', 'titleTh', other.id)).toBe(water.kept);
    expect(await textOf('Agency', 'nameTh', agency.id)).toBe(water.kept);
    expect(await textOf('Edition', 'titleTh', edition.id)).toBe(` ${water.written[2]}\u00a0`);
    expect(await textOf('ProgressReport', 'evidenceUrls', report.id)).toEqual(['https://a.go.th/x']);
    const entries = await ask<{ agencyId: string; after: object }>(
      `SELECT "agencyId", after FROM "AuditEntry" WHERE act = 'cleanStoredTexts' AND entity = 'Risk' ORDER BY "agencyId"`,
    );
    expect(entries).toEqual(
      [risk.agencyId, other.agencyId].map((agencyId) => ({ agencyId, after: { titleTh: water.kept } })),
    );
    expect(await ask('SELECT * FROM app.audit_faults()')).toEqual([]);
  });

  it('is brought about in every column of every table: codes and names on one line, other texts with their line breaks', async () => {
    const columns = await ask<{ table: string; column: string; isLine: boolean }>(
      `SELECT c.table_name AS "table", c.column_name AS "column", app.is_line(c.column_name) AS "isLine"
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.udt_name = 'text' AND c.is_generated = 'NEVER'
         AND c.table_name NOT IN ('_prisma_migrations', 'AuditEntry', 'AuditHead', 'Edition', 'IdempotencyRecord', 'SearchText')
         AND NOT (c.table_name = 'Account' AND c.column_name = 'sub')
         AND NOT (c.table_name = 'ServiceKey' AND c.column_name IN ('suffix', 'secretHash', 'formerHash'))`,
    );
    for (const { table, column } of columns) {
      await ask(`SET session_replication_role = 'replica';
        UPDATE "${table}" SET "${column}" = E'a\t\nb' || "${column}" WHERE ctid = (SELECT ctid FROM "${table}" WHERE "${column}" IS NOT NULL LIMIT 1)`);
    }
    await asOwner('CALL app.clean_stored_texts()');
    const wrong: string[] = [];
    let tried = 0;
    for (const { table, column, isLine } of columns) {
      const rows = await ask<{ text: string }>(
        `SELECT "${column}" AS text FROM "${table}" WHERE "${column}" ~ '^a[[:space:]]+b'`,
      );
      tried += rows.length;
      const kept = isLine ? 'a b' : 'a \nb';
      for (const { text } of rows)
        if (!text.startsWith(kept)) wrong.push(`${table}.${column}: ${JSON.stringify(text)}`);
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(80);
  });

  it('stays where another record of the same list has the code already', async () => {
    const [one, two] = await ask<{ id: string; code: string }>(
      `SELECT id, code FROM "Risk" WHERE "registerId" = (SELECT "registerId" FROM "Risk" GROUP BY 1 HAVING count(*) > 1 LIMIT 1) ORDER BY code LIMIT 2`,
    );
    if (!one || !two) throw new Error('A register has two risks.');
    await ask(
      `SET session_replication_role = 'replica'; UPDATE "Risk" SET code = ${literal(`${one.code}\u200b`)} WHERE id = '${two.id}'`,
    );
    await asOwner('CALL app.clean_stored_texts()');
    expect(await textOf('Risk', 'code', two.id)).toBe(`${one.code}\u200b`);
    expect(await textOf('Risk', 'code', one.id)).toBe(one.code);
  });
});
