import pg from 'pg';
import type { DatabaseCopy } from './database-copy.ts';

/** Rows of a database changed behind everybody's back, past triggers and keys, and put back as they were. */
export async function openRows({ superuser }: DatabaseCopy) {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  await client.query(`SET session_replication_role = 'replica'`);
  const kept = new Map<string, { table: string; id: string; row: unknown }>();

  const keep = async (table: string, id: string): Promise<void> => {
    const { rows } = await client.query(`SELECT to_jsonb(t) AS row FROM "${table}" t WHERE id = $1`, [id]);
    if (!kept.has(id)) kept.set(id, { table, id, row: rows[0]?.row });
  };

  return {
    query: async (text: string, values: unknown[] = []): Promise<any[]> => (await client.query(text, values)).rows,
    async remove(table: string, id: string): Promise<void> {
      await keep(table, id);
      await client.query(`DELETE FROM "${table}" WHERE id = $1`, [id]);
    },
    /** Gives a column of a row a value in SQL; whether the table lets it. */
    async set(table: string, id: string, column: string, value: string): Promise<boolean> {
      await keep(table, id);
      return client
        .query(`UPDATE "${table}" SET "${column}" = ${value} WHERE id = $1`, [id])
        .then(({ rowCount }) => rowCount === 1)
        .catch(() => false);
    },
    async restore(): Promise<void> {
      for (const { table, id } of kept.values()) await client.query(`DELETE FROM "${table}" WHERE id = $1`, [id]);
      for (const { table, row } of kept.values())
        await client.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(NULL::"${table}", $1)`, [row]);
      kept.clear();
    },
    close: () => client.end(),
  };
}

export type Rows = Awaited<ReturnType<typeof openRows>>;
