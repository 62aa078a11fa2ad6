import type pg from 'pg';

/** One statement of a packet; what it returns is a single column of text. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** What of the connection of `pg` a packet speaks to, in the words of PostgreSQL's extended query protocol. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { text: string; name: string }): void;
  bind(message: { portal: string; statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void;
  execute(message: { portal: string }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
};

/** Names of the statements that a connection has prepared, the least used first. */
const preparedOn = new WeakMap<object, Map<string, string>>();
const PREPARED_MAX = 200;
let named = 0;

/** The name under which a statement is prepared on a connection, now if it was not yet; the least used one makes room. */
function prepare(wire: Wire, text: string): string {
  const prepared = preparedOn.get(wire) ?? new Map<string, string>();
  preparedOn.set(wire, prepared);
  const known = prepared.get(text);
  prepared.delete(text);
  if (known !== undefined) {
    prepared.set(text, known);
    return known;
  }
  const [oldest] = prepared;
  if (oldest && prepared.size >= PREPARED_MAX) {
    prepared.delete(oldest[0]);
    wire.close({ type: 'S', name: oldest[1] });
  }
  named += 1;
  const name = `r${named}`;
  prepared.set(text, name);
  wire.parse({ text, name });
  return name;
}

/** PostgreSQL's text form of a value; lists become array literals. */
function literal(value: unknown): unknown {
  if (Array.isArray(value)) return `{${value.map((each) => `"${String(each).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  return value === null || value === undefined ? null : String(value);
}

/**
 * Several statements in one packet and one answer: PostgreSQL runs all that comes before a Sync as one transaction, so the settings
 * that the first statement makes hold for the others and are gone afterwards. When one fails, none is answered.
 */
export class Packet implements pg.Submittable {
  /** For whoever watches the statements of a connection. */
  readonly texts: readonly string[];
  readonly #statements: readonly Statement[];
  readonly #rows: string[][];
  readonly #settle: (error: Error | null, rows: readonly (readonly string[])[]) => void;
  #done = 0;
  #error: Error | null = null;

  constructor(statements: readonly Statement[], settle: (error: Error | null, rows: readonly (readonly string[])[]) => void) {
    this.#statements = statements;
    this.#rows = statements.map(() => []);
    this.#settle = settle;
    this.texts = statements.map(({ text }) => text);
  }

  submit(connection: unknown): void {
    // The types of `pg` know an older shape of these calls.
    const wire = connection as Wire;
    wire.stream.cork();
    for (const { text, values } of this.#statements) {
      wire.bind({ portal: '', statement: prepare(wire, text), values, valueMapper: literal });
      wire.execute({ portal: '' });
    }
    wire.sync();
    wire.stream.uncork();
  }

  handleDataRow({ fields }: { fields: readonly string[] }): void {
    this.#rows[this.#done]?.push(fields[0] ?? '');
  }

  handleCommandComplete(): void {
    this.#done += 1;
  }

  handleError(error: Error): void {
    this.#error = error;
    // A connection that is gone never becomes ready again.
    this.#settle(error, []);
  }

  handleReadyForQuery(): void {
    if (!this.#error) this.#settle(null, this.#rows);
  }

  handleRowDescription(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}
