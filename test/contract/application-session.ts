import pg from 'pg';
import { withConnection } from '../kit/connections.ts';
import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';

export type Settings = Readonly<Record<string, string>>;

/** What whoever holds the application's login, and speaks SQL with it, tries in a database. */
export function applicationSession(database: () => DatabaseCopy) {
  const select = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    asSuperuser<Row>(database().superuser, text, values);

  /** Sets the stage as whoever repairs a database would: in the registry's own name, and not bound by life cycles. */
  const stage = (text: string) =>
    select(`SELECT set_config('app.account', app.registry_account()::text, false); ${text}`);

  /** Runs statements as the application's login in one transaction that is undone: the code of the first refusal, or what the last one changed. */
  const attempt = (
    settings: Settings,
    ...statements: readonly (string | Settings)[]
  ): Promise<string | number | null> =>
    withConnection(database().app, async (client) => {
      const put = async (some: Settings) => {
        for (const [name, value] of Object.entries(some))
          await client.query('SELECT set_config($1, $2, true)', [name, value]);
      };
      try {
        await client.query('BEGIN');
        await put(settings);
        let changed: number | null = null;
        for (const statement of statements) {
          if (typeof statement === 'string') changed = (await client.query(statement)).rowCount;
          else await put(statement);
        }
        return changed;
      } catch (error) {
        return error instanceof pg.DatabaseError ? (error.code ?? null) : String(error);
      } finally {
        await client.query('ROLLBACK');
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
