import { asSuperuser, type DatabaseCopy } from './database-copy.ts';

/** What to search answers for: every text of every agency carries the agency's own mark. */
export const canaryOf = (agencyCode: string): string => `⟦${agencyCode}⟧`;

const quoted = (name: string): string => `"${name}"`;

/** Tables whose rows belong to an agency, with their text columns. */
export async function tenantTables(
  database: DatabaseCopy,
): Promise<{ table: string; texts: string[]; lists: string[] }[]> {
  const columns = await asSuperuser<{ table: string; column: string; type: string }>(
    database.superuser,
    `SELECT c.table_name AS table, c.column_name AS column, c.udt_name AS type FROM information_schema.columns c
     WHERE c.table_schema = 'public'
       AND EXISTS (SELECT 1 FROM information_schema.columns d WHERE d.table_name = c.table_name AND d.column_name = 'disclosure')
     ORDER BY 1, 2`,
  );
  const tables = [...new Set(columns.map(({ table }) => table))];
  return tables.map((table) => ({
    table,
    texts: columns.filter((column) => column.table === table && column.type === 'text').map(({ column }) => column),
    lists: columns.filter((column) => column.table === table && column.type === '_text').map(({ column }) => column),
  }));
}

/** What an agency has published is for everybody to read, so its mark is no alarm there. */
const published = ['Edition'];

/** The words to search follow from the marked texts, as the triggers that are switched off would have them. */
const REMEMBER =
  'UPDATE "SearchText" s SET words = d.words, texts = d.texts FROM app.search_source d WHERE d.id = s.id';

/** Fingerprints follow from the marked texts, as the triggers that are switched off would have them. */
const FINGERPRINTS = `UPDATE "TextFingerprint" kept SET (identity, size, bits, bands) = (SELECT identity, size, bits, bands FROM app.fingerprint_of(s.text))
  FROM app.fingerprint_source s WHERE s.id = kept.id AND kept."agencyId" IS NOT NULL`;

/** Marks every text of every agency that is not published, account names included. */
export async function plantCanaries(database: DatabaseCopy): Promise<void> {
  const statements = ["SET session_replication_role = 'replica'"];
  for (const { table, texts, lists } of await tenantTables(database)) {
    if (published.includes(table) || table === 'SearchText') continue;
    const changes = [
      ...texts.map((column) => `${quoted(column)} = t.${quoted(column)} || ' ⟦' || g.code || '⟧'`),
      ...lists.map((column) => `${quoted(column)} = t.${quoted(column)} || ('⟦' || g.code || '⟧')`),
    ];
    if (changes.length > 0)
      statements.push(`UPDATE ${quoted(table)} t SET ${changes.join(', ')} FROM "Agency" g WHERE g.id = t."agencyId"`);
  }
  statements.push(
    `UPDATE "Account" a SET name = a.name || ' ⟦' || g.code || '⟧' FROM "Membership" m JOIN "Agency" g ON g.id = m."agencyId" WHERE m."accountId" = a.id`,
  );
  statements.push(REMEMBER);
  statements.push(FINGERPRINTS);
  await asSuperuser(database.superuser, statements.join(';\n'));
}

/** A row of a node type, with whose it is and how far it is disclosed. */
export type Target = {
  readonly type: string;
  readonly id: string;
  readonly agencyCode: string;
  readonly disclosure: number;
};

/** One row per node type, agency and disclosure. */
export async function targetsOf(database: DatabaseCopy, types: readonly string[]): Promise<Target[]> {
  const found: Target[] = [];
  for (const type of types) {
    found.push(
      ...(await asSuperuser<Target>(
        database.superuser,
        `SELECT DISTINCT ON (g.code, t.disclosure) '${type}' AS type, t.id, g.code AS "agencyCode", t.disclosure::int AS disclosure
         FROM ${quoted(type)} t JOIN "Agency" g ON g.id = t."agencyId" ORDER BY g.code, t.disclosure, t.id`,
      )),
    );
  }
  return found;
}
