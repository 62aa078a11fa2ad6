import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { COLUMNS, type Column, otherValues } from './column-changes.ts';
import { OF_THE_DATABASE, unpublished } from './published-columns.ts';

/**
 * What an edition holds, and what two editions are compared by, held to the model: every column of every part of a record is in its content,
 * or stands in published-columns.ts with the reason why it is not. A new column or table that nobody thought of fails this.
 */
let database: DatabaseCopy;
let client: pg.Client;
beforeAll(async () => {
  database = await copyDatabase();
  client = new pg.Client(database.superuser);
  await client.connect();
  // Whether a value makes sense is not asked here: any other value shows whether its column is in the content.
  await client.query(WITHOUT_CHECKS);
  await client.query(`BEGIN; SET LOCAL session_replication_role = 'replica'`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const WITHOUT_CHECKS = `DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT conrelid::regclass AS named, conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.named, c.conname);
  END LOOP;
END $$`;

const AGENCY = `(SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`;

/** The content of every record of an agency that is published, in one word. */
const CONTENT = `
  SELECT md5(string_agg(c.content::text, '' ORDER BY c.content ->> 'kind', c.id)) AS content FROM (
    SELECT id, app.content_of_plan("agencyId", id) AS content FROM "Plan" WHERE "agencyId" = ${AGENCY}
    UNION ALL SELECT id, app.content_of_swot("agencyId", id) FROM "SwotAnalysis" WHERE "agencyId" = ${AGENCY}
    UNION ALL SELECT id, app.content_of_year_report("agencyId", id) FROM "YearReport" WHERE "agencyId" = ${AGENCY}
    UNION ALL SELECT id, app.content_of_register("agencyId", id) FROM "RiskRegister" WHERE "agencyId" = ${AGENCY}) c`;
const content = async (): Promise<string> => (await client.query<{ content: string }>(CONTENT)).rows[0]?.content ?? '';

/** Whether a column is in the content: false where another value changes nothing, null where no other value is allowed. */
async function isPublished(model: string, column: Column, before: string): Promise<boolean | null> {
  let answer: boolean | null = null;
  for (const value of otherValues(column)) {
    await client.query('SAVEPOINT tried');
    try {
      await client.query(`UPDATE "${model}" SET "${column.name}" = ${value} WHERE "agencyId" = ${AGENCY}`);
      answer = (await content()) !== before;
    } catch {
      // The table does not allow this value; another may do.
    }
    await client.query('ROLLBACK TO SAVEPOINT tried');
    if (answer) return true;
  }
  return answer;
}

/** The records that are published, and everything whose changes count as changes of one: orders are announced, not published. */
const MODELS = `
  SELECT relname AS model FROM pg_class WHERE relname IN ('Plan', 'SwotAnalysis', 'RiskRegister', 'YearReport')
  UNION SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE t.tgname = 'count_content' AND c.relname NOT IN ('DelegatedPower', 'MonthlyReport', 'PowerUse') ORDER BY 1`;

const functions = new URL('../../prisma/functions/3-records/', import.meta.url).pathname;
const REASONS = 'test/contract/published-columns.ts';

/** The function that reads a table into the content of its record. */
const functionOf = (model: string): string => {
  const files = readdirSync(functions).filter((file) => file.startsWith('content-of-'));
  const file = files.find((each) => readFileSync(functions + each, 'utf8').includes(`FROM "${model}"`));
  return `prisma/functions/3-records/${file ?? 'content-of-….sql'}`;
};

describe('the content of an edition', () => {
  it('has every column of the record and its parts, or the column stands with the reason why not', async () => {
    const { rows } = await client.query<{ model: string }>(MODELS);
    const before = await content();
    const wrong: string[] = [];
    for (const { model } of rows) {
      const columns = (await client.query<Column>(COLUMNS, [model])).rows.filter(
        ({ name }) => !(name in OF_THE_DATABASE),
      );
      const left: string[] = [];
      for (const column of columns) {
        const is = await isPublished(model, column, before);
        if (is === false) left.push(column.name);
        if (is === null)
          wrong.push(`${model}.${column.name}: say in test/contract/column-changes.ts which other value it may have`);
      }
      const reasons = unpublished[model] ?? {};
      if (typeof reasons === 'string') {
        if (left.length === 0) wrong.push(`${model} is published: take it out of ${REASONS}`);
        continue;
      }
      const silent = left.filter((name) => !(name in reasons));
      const stale = Object.keys(reasons).filter((name) => !left.includes(name));
      wrong.push(
        ...silent.map(
          (name) => `${model}.${name}: publish it in ${functionOf(model)}, or give the reason in ${REASONS}`,
        ),
        ...stale.map((name) => `${model}.${name} is published, or gone: take it out of ${REASONS}`),
      );
    }
    expect(wrong).toEqual([]);
  });
});
