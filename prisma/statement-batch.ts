import pg from 'pg';
import { serialize } from 'pg-protocol';
import type { Caller } from './deadline.ts';
import { countParsedText, isWorthPreparing, PreparedStatements } from './prepared-statements.ts';

/** One statement of a batch; a row of what it returns is a single column of text. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** What a statement did: the text of its rows, how many rows it wrote, and what PostgreSQL calls it. */
export type StatementResult = { readonly rows: readonly string[]; readonly count: number; readonly command: string };

/** Runs statements in one batch, for a caller. */
export type SendBatch = (statements: readonly Statement[], caller: Caller) => Promise<readonly StatementResult[]>;

/** What of the connection of `pg` a batch needs: where its bytes go. */
type PgConnection = { readonly stream: { write(bytes: Buffer): unknown } };

const EXECUTE = serialize.execute();
const SYNC = serialize.sync();

const preparedOn = new WeakMap<pg.PoolClient, PreparedStatements>();

function preparedBy(connection: pg.PoolClient): PreparedStatements {
  const known = preparedOn.get(connection) ?? new PreparedStatements();
  preparedOn.set(connection, known);
  return known;
}

/** Which statement of its batch an error is about. */
const failedIndexes = new WeakMap<object, number>();

/** The place of the statement that failed; undefined where no single one of them did. */
export const failedIndexOf = (error: unknown): number | undefined =>
  error instanceof Error ? failedIndexes.get(error) : undefined;

/** Says of an error which statement it is about, as its sender counts them. */
export const setFailedIndex = (error: Error, place: number): void => void failedIndexes.set(error, place);

/** PostgreSQL's text form of a value; lists become array literals. */
function literal(value: unknown): unknown {
  if (Array.isArray(value))
    return `{${value.map((each) => `"${String(literal(each)).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  // In UTC, so that the zone of this machine has no say in which day it is.
  if (value instanceof Date) return value.toISOString();
  return value === null || value === undefined ? null : String(value);
}

/**
 * Several statements in one batch with one answer. Outside of a transaction PostgreSQL runs everything before a Sync as one transaction, so
 * that the first statement's settings hold for the others and are gone afterwards. When one fails, none is answered.
 */
export class StatementBatch implements pg.Submittable {
  /** For observers of a connection's statements. */
  readonly texts: readonly string[];
  readonly #statements: readonly Statement[];
  readonly #rows: string[][];
  readonly #outcomes: StatementResult[] = [];
  readonly #connection: pg.PoolClient;
  readonly #settle: (error: Error | null, outcomes: readonly StatementResult[]) => void;
  /** Statements that this batch prepares, by their place in it. */
  readonly #new: { readonly place: number; readonly text: string }[] = [];
  /** Those that it closes, likewise. */
  readonly #closed: { readonly place: number; readonly name: string }[] = [];
  readonly #prepared: PreparedStatements;
  #hasFailed = false;

  private constructor(
    connection: pg.PoolClient,
    statements: readonly Statement[],
    settle: (error: Error | null, outcomes: readonly StatementResult[]) => void,
  ) {
    this.#connection = connection;
    this.#prepared = preparedBy(connection);
    this.#statements = statements;
    this.#rows = statements.map(() => []);
    this.#settle = settle;
    this.texts = statements.map(({ text }) => text);
  }

  static send(connection: pg.PoolClient, statements: readonly Statement[]): Promise<readonly StatementResult[]> {
    return new Promise((resolve, reject) => {
      connection.query(
        new StatementBatch(connection, statements, (error, outcomes) => (error ? reject(error) : resolve(outcomes))),
      );
    });
  }

  submit(connection: unknown): void {
    // The types of `pg` know an older shape of these calls.
    const pgConnection = connection as PgConnection;
    const messages: Buffer[] = [];
    this.#statements.forEach(({ text, values }, place) => {
      const statement = this.#prepare(messages, text, place);
      messages.push(serialize.bind({ statement, values: [...values], valueMapper: literal }), EXECUTE);
    });
    messages.push(SYNC);
    pgConnection.stream.write(Buffer.concat(messages));
  }

  /** The name under which a statement is prepared; empty for one that is used once. */
  #prepare(messages: Buffer[], text: string, place: number): string {
    const known = this.#prepared.nameOf(text);
    if (known !== undefined) return known;
    countParsedText(this.#connection, text);
    const name = isWorthPreparing(text) ? this.#prepared.add(text) : '';
    if (name) this.#new.push({ place, text });
    this.#closeStale(messages, place);
    messages.push(serialize.parse({ text, name }));
    return name;
  }

  #closeStale(messages: Buffer[], place: number): void {
    for (const name of this.#prepared.takeNamesToClose()) {
      this.#closed.push({ place, name });
      messages.push(serialize.close({ type: 'S', name }));
    }
  }

  handleDataRow({ fields }: { fields: readonly string[] }): void {
    this.#rows[this.#outcomes.length]?.push(fields[0] ?? '');
  }

  handleCommandComplete({ text }: { text: string }): void {
    const [command = ''] = text.split(' ');
    const rows = this.#rows[this.#outcomes.length] ?? [];
    this.#outcomes.push({ rows, command, count: Number(text.slice(text.lastIndexOf(' ') + 1)) || 0 });
  }

  handleError(error: Error): void {
    this.#hasFailed = true;
    const failedAt = this.#outcomes.length;
    if (error instanceof pg.DatabaseError) setFailedIndex(error, failedAt);
    // PostgreSQL skipped what follows the failed statement; it has to be prepared, or closed, again.
    for (const { place, text } of this.#new) if (place >= failedAt) this.#prepared.drop(text);
    for (const { place, name } of this.#closed) if (place >= failedAt) this.#prepared.closeAgain(name);
    // A connection that is gone never becomes ready again.
    this.#settle(error, []);
  }

  handleReadyForQuery(): void {
    if (!this.#hasFailed) this.#settle(null, this.#outcomes);
  }

  handleRowDescription(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}
