import pg from 'pg';

const pools = new Map<string, pg.Pool>();

function poolOf(url: string): pg.Pool {
  const pool = pools.get(url) ?? new pg.Pool({ connectionString: url, allowExitOnIdle: true });
  // The server may end idle connections: a database is dropped, or a test stops its cluster.
  if (!pools.has(url)) pool.on('error', () => undefined);
  pools.set(url, pool);
  return pool;
}

/** Does something over a connection that is as good as a new one: signing in anew each time costs more than most statements. */
export async function withConnection<Result>(
  url: string,
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await poolOf(url).connect();
  try {
    return await work(client);
  } finally {
    // One that cannot be made as good as new, such as in a failed transaction, is not kept.
    await client.query('DISCARD ALL').then(
      () => client.release(),
      (error) => client.release(error),
    );
  }
}

/** Ends what is kept of an address. */
export async function endConnections(url: string): Promise<void> {
  const pool = pools.get(url);
  pools.delete(url);
  await pool?.end();
}
