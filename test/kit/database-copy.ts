import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { endConnections, withConnection } from './connections.ts';
import type { TestUrls } from './test-database.ts';

const given = (): TestUrls => {
  const text = process.env.REGISTRY_TEST_DATABASE;
  if (!text) throw new Error('Run the tests with `npm test`: it starts their database.');
  return JSON.parse(text);
};

const withDatabase = (url: string, database: string): string => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

/** A database of a test file's own, copied from the seeded one. */
export type DatabaseCopy = TestUrls & { readonly name: string; drop(): Promise<void> };

export const copyDatabase = (): Promise<DatabaseCopy> => madeFrom(new URL(given().app).pathname.slice(1));

/** A database without anything in it, to be migrated. */
export const emptyDatabase = (): Promise<DatabaseCopy> => madeFrom('template0');

async function madeFrom(template: string): Promise<DatabaseCopy> {
  const urls = given();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(
    urls.superuser,
    `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY OWNER registry_owner`,
  );
  const superuser = withDatabase(urls.superuser, name);
  const app = withDatabase(urls.app, name);
  return {
    name,
    app,
    owner: withDatabase(urls.owner, name),
    superuser,
    async drop() {
      await Promise.all([superuser, app].map(endConnections));
      await asSuperuser(urls.superuser, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** One statement outside every wall: for setting a stage and for counting what an API call should have found. */
export async function asSuperuser<Row extends pg.QueryResultRow = pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const address = new URL(url);
  // A database can be copied only without connections, so such statements run in the server's own database.
  if (/^(CREATE|DROP) DATABASE/.test(text)) address.pathname = '/postgres';
  const { rows } = await withConnection(address.href, (client) => client.query<Row>(text, values));
  return rows;
}
