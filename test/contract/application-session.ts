import pg from 'pg';
import { withConnection } from '../kit/connections.ts';
import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';

export type Settings = Readonly<Record<string, string>>;

async function put(client: pg.ClientBase, settings: Settings): Promise<void> {
  for (const [name, value] of Object.entries(settings))
    await client.query('SELECT set_config($1, $2, true)', [name, value]);
}

/** Works as the application's login, with the given settings, in one transaction that is undone. */
export const asApplication = <Result>(
  database: DatabaseCopy,
  settings: Settings,
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> =>
  withConnection(database.app, async (client) => {
    try {
      await client.query('BEGIN');
      await put(client, settings);
      return await work(client);
    } finally {
      await client.query('ROLLBACK');
    }
  });

/** The code that a statement is refused with. */
export const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error) => String(error.code),
  );

/** What whoever holds the application's login, and speaks SQL with it, tries in a database. */
export function applicationSession(database: () => DatabaseCopy) {
  const select = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    asSuperuser<Row>(database().superuser, text, values);

  /** Sets the stage as whoever repairs a database would: in the registry's own name, and not bound by life cycles. */
  const stage = (text: string) =>
    select(`SELECT set_config('app.account', app.registry_account()::text, false); ${text}`);

  /** Runs statements as the application's login: the code of the first refusal, or what the last one changed. */
  const attempt = (
    settings: Settings,
    ...statements: readonly (string | Settings)[]
  ): Promise<string | number | null> =>
    asApplication(database(), settings, async (client) => {
      try {
        let changed: number | null = null;
        for (const statement of statements) {
          if (typeof statement === 'string') changed = (await client.query(statement)).rowCount;
          else await put(client, statement);
        }
        return changed;
      } catch (error) {
        return error instanceof pg.DatabaseError ? (error.code ?? null) : String(error);
      }
    });

  const accountOf = async (sub: string): Promise<string> =>
    (await select<{ id: string }>('SELECT id FROM "Account" WHERE sub = $1', [sub]))[0]?.id ?? '';

  async function as(persona: string, role: string, agency = 'SAMPLE-1'): Promise<Settings> {
    const [found] = await select<{ id: string }>('SELECT id FROM "Agency" WHERE code = $1', [agency]);
    return {
      'app.agency': found?.id ?? '',
      'app.account': await accountOf(persona),
      'app.role': role,
      'app.act': 'editRisk',
    };
  }

  return { select, stage, attempt, accountOf, as };
}
