import pg from 'pg';
import type { DatabaseCopy } from './database-copy.ts';

type Acting = { readonly agencyCode: string; readonly sub: string; readonly role: string; readonly act: string };

/**
 * Runs a statement with the login of the application, as somebody who speaks SQL with it would, and undoes it: how many rows it changed, or
 * the code of its refusal.
 */
export async function withApplicationLogin(
  { app, superuser }: DatabaseCopy,
  { agencyCode, sub, role, act }: Acting,
  statement: string,
): Promise<number | string | null> {
  const reader = new pg.Client({ connectionString: superuser });
  await reader.connect();
  const { rows } = await reader.query<{ agency: string; account: string }>(
    'SELECT g.id AS agency, a.id AS account FROM "Agency" g, "Account" a WHERE g.code = $1 AND a.sub = $2',
    [agencyCode, sub],
  );
  await reader.end();
  const client = new pg.Client({ connectionString: app });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const [name, value] of Object.entries({ ...rows[0], role, act }))
      await client.query('SELECT set_config($1, $2, true)', [`app.${name}`, value]);
    return (await client.query(statement)).rowCount;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? null) : String(error);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}
