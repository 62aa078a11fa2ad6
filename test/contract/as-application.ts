import pg from 'pg';
import type { DatabaseCopy } from '../kit/database-copy.ts';

/** Runs as the application's login, with the given settings, and undoes everything. */
export async function asApplication<Result>(
  database: DatabaseCopy,
  settings: Record<string, string>,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: database.app });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, true)', [name, value]);
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

/** The code that a statement is refused with. */
export const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error) => String(error.code),
  );
