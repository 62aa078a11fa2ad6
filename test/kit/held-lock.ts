import pg from 'pg';
import { asSuperuser, type DatabaseCopy } from './database-copy.ts';

export type HeldLock = { release(): Promise<void> };

/** Holds whatever locks `text` takes in a session of its own: statements that need them wait, as slow ones would run. */
export async function holdLock({ superuser }: DatabaseCopy, text: string, values: unknown[] = []): Promise<HeldLock> {
  const holder = new pg.Client({ connectionString: superuser });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(text, values);
  return {
    async release() {
      await holder.query('ROLLBACK');
      await holder.end();
    },
  };
}

/** How many statements the registry has running in its database. */
export async function runningStatements({ superuser, name }: DatabaseCopy): Promise<number> {
  const [row] = await asSuperuser<{ count: number }>(
    superuser,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = $1 AND application_name = 'registry' AND state <> 'idle'`,
    [name],
  );
  return row?.count ?? 0;
}
