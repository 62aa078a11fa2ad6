import type { Connection, Pool, Submittable } from 'pg';

type Statement = { readonly name: string; readonly text: string; readonly values: readonly (string | null)[] };

const SET_SCOPE = {
  name: 'scope',
  text: `SELECT set_config('app.agency', $1, true), set_config('app.floor', $2, true), set_config('app.duty', $3, true),
    set_config('app.account', $4, true), set_config('app.role', $5, true)`,
};

/** What has been prepared on each connection. */
const prepared = new WeakMap<object, Set<string>>();

type Wire = {
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string; values: readonly (string | null)[] }): void;
  execute(portal: object): void;
  sync(): void;
  readonly stream: { cork(): void; uncork(): void };
};

/**
 * Sets the scope and asks the question in one message with one Sync at its end, which makes the two one transaction: the settings are local
 * to it, and there is one round trip where begin, set, ask and commit would be four.
 */
class ScopedStatement implements Submittable {
  readonly #scope: Statement;
  readonly #statement: Statement;
  readonly #done: (error: Error | null, answer: string) => void;
  #answer = '';
  #results = 0;
  #error: Error | null = null;

  constructor(scope: readonly string[], statement: Statement, done: (error: Error | null, answer: string) => void) {
    this.#scope = { ...SET_SCOPE, values: scope };
    this.#statement = statement;
    this.#done = done;
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    const known = prepared.get(connection) ?? new Set();
    prepared.set(connection, known);
    wire.stream.cork();
    for (const { name, text, values } of [this.#scope, this.#statement]) {
      if (!known.has(name)) wire.parse({ name, text });
      wire.bind({ statement: name, values });
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
    known.add(this.#scope.name).add(this.#statement.name);
  }

  handleDataRow({ fields }: { fields: readonly string[] }): void {
    if (this.#results === 1) this.#answer = fields[0] ?? 'null';
  }

  handleCommandComplete(): void {
    this.#results += 1;
  }

  handleError(error: Error, connection: Connection): void {
    prepared.delete(connection);
    this.#error = error;
    this.#done(error, '');
  }

  handleReadyForQuery(): void {
    if (!this.#error) this.#done(null, this.#answer);
  }

  handleParseComplete(): void {}
  handleRowDescription(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

/** The first column of the statement's only row, read under a scope. */
export async function runScoped(
  pool: Pool,
  settings: Readonly<Record<string, string>>,
  statement: Statement,
): Promise<string> {
  const client = await pool.connect();
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, answer: string) => {
      // A connection that met an error is given back only to be closed.
      client.release(error !== null);
      if (error) reject(error);
      else resolve(answer);
    };
    client.query(new ScopedStatement(Object.values(settings), statement, done));
  });
}
