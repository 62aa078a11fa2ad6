import { asSuperuser } from '../kit/database-copy.ts';
import { type Sentence, sentencesOf } from './sentence.ts';

type Column = {
  readonly table: string;
  readonly column: string;
  readonly hasOrigin: boolean;
  readonly ofAgency: boolean;
};

/** What people wrote or documents print, and what is kept as programs write it. */
const notOurs = ['AuditEntry', 'AuditDigest', 'IdempotencyRecord', 'Dataset', 'Edition', 'SearchText'];

/** English has a column of its own; parties are named as their document names them. */
const isOtherwise = (column: string): boolean =>
  /En$/.test(column) || ['bearerTh', 'recipientTh', 'partyTh'].includes(column);

/** Rows that the registry itself wrote: of tables that say where a record comes from, those that were not transcribed; of agencies, the invented ones. */
function ownRows({ table, hasOrigin, ofAgency }: Column): string {
  const conditions = [
    ...(hasOrigin ? [`t.origin <> 'DOCUMENT'`] : []),
    ...(ofAgency ? [`t."agencyId" IN (SELECT id FROM "Agency" WHERE kind = 'SAMPLE')`] : []),
  ];
  return `FROM "${table}" t${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
}

/** Every Thai text that the registry itself put into the database: sample records, reference data, findings, and what functions say. */
export async function storedSentences(superuser: string): Promise<Sentence[]> {
  const columns = await asSuperuser<Column>(
    superuser,
    `SELECT c.table_name AS table, c.column_name AS column,
       EXISTS (SELECT 1 FROM information_schema.columns o WHERE o.table_schema = 'public' AND o.table_name = c.table_name AND o.column_name = 'origin') AS "hasOrigin",
       EXISTS (SELECT 1 FROM information_schema.columns o WHERE o.table_schema = 'public' AND o.table_name = c.table_name AND o.column_name = 'agencyId') AS "ofAgency"
     FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.column_name <> 'printed' ORDER BY 1, 2`,
  );
  const found: Sentence[] = [];
  for (const each of columns.filter(({ table, column }) => !notOurs.includes(table) && !isOtherwise(column))) {
    const rows = await asSuperuser<{ text: string }>(
      superuser,
      `SELECT DISTINCT t."${each.column}" AS text ${ownRows(each)}`,
    );
    for (const { text } of rows) found.push(...sentencesOf('database', `${each.table}.${each.column}`, text));
  }
  const functions = await asSuperuser<{ name: string; body: string }>(
    superuser,
    `SELECT p.proname AS name, p.prosrc AS body FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('app', 'public')`,
  );
  for (const { name, body } of functions)
    for (const [, said = ''] of body.matchAll(/'((?:[^']|'')*)'/g))
      found.push(...sentencesOf('functions of the database', name, said));
  return found;
}
