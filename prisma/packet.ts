import type pg from 'pg';

/** One statement of a packet; a row of what it returns is a single column of text. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** What a statement did: the text of its rows, how many rows it wrote, and what PostgreSQL calls it. */
export type Outcome = { readonly rows: readonly string[]; readonly count: number; readonly command: string };

/** Runs statements in one packet. */
export type Send = (statements: readonly Statement[]) => Promise<readonly Outcome[]>;

/** What of the connection of `pg` a packet speaks to, in the words of PostgreSQL's extended query protocol. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { text: string; name: string }): void;
  bind(message: {
    portal: string;
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(message: { portal: string }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
};

/** Statements that a connection has prepared, by their text, the least used first. */
type Prepared = Map<string, string>;
const preparedOn = new WeakMap<object, Prepared>();
const PREPARED_MAX = 200;
let named = 0;

function preparedBy(wire: Wire): Prepared {
  const known = preparedOn.get(wire) ?? new Map<string, string>();
  preparedOn.set(wire, known);
  return known;
}

/** PostgreSQL's text form of a value; lists become array literals. */
function literal(value: unknown): unknown {
  if (Array.isArray(value))
    return `{${value.map((each) => `"${String(literal(each)).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  // In UTC, so that the zone of this machine has no say in which day it is.
  if (value instanceof Date) return value.toISOString();
  return value === null || value === undefined ? null : String(value);
}

/**
 * Several statements in one packet with one answer. Outside of a transaction PostgreSQL runs all that comes before a Sync as one, so the
 * settings that the first statement makes hold for the others and are gone afterwards. When one fails, none is answered.
 */
export class Packet implements pg.Submittable {
  /** For whoever watches the statements of a connection. */
  readonly texts: readonly string[];
  readonly #statements: readonly Statement[];
  readonly #rows: string[][];
  readonly #outcomes: Outcome[] = [];
  readonly #settle: (error: Error | null, outcomes: readonly Outcome[]) => void;
  /** Statements that this packet prepares, by their place in it. */
  readonly #new: { readonly place: number; readonly text: string }[] = [];
  #prepared: Prepared = new Map();
  #hasFailed = false;

  private constructor(
    statements: readonly Statement[],
    settle: (error: Error | null, outcomes: readonly Outcome[]) => void,
  ) {
    this.#statements = statements;
    this.#rows = statements.map(() => []);
    this.#settle = settle;
    this.texts = statements.map(({ text }) => text);
  }

  static send(connection: pg.PoolClient, statements: readonly Statement[]): Promise<readonly Outcome[]> {
    return new Promise((resolve, reject) => {
      connection.query(new Packet(statements, (error, outcomes) => (error ? reject(error) : resolve(outcomes))));
    });
  }

  submit(connection: unknown): void {
    // The types of `pg` know an older shape of these calls.
    const wire = connection as Wire;
    this.#prepared = preparedBy(wire);
    wire.stream.cork();
    this.#statements.forEach(({ text, values }, place) => {
      const statement = this.#prepare(wire, text, place);
      wire.bind({ portal: '', statement, values, valueMapper: literal });
      wire.execute({ portal: '' });
    });
    wire.sync();
    wire.stream.uncork();
  }

  /** The name under which a statement is prepared, from now on if it was not yet; the least used one makes room. */
  #prepare(wire: Wire, text: string, place: number): string {
    const known = this.#prepared.get(text);
    this.#prepared.delete(text);
    if (known !== undefined) {
      this.#prepared.set(text, known);
      return known;
    }
    const [oldest] = this.#prepared;
    if (oldest && this.#prepared.size >= PREPARED_MAX) {
      this.#prepared.delete(oldest[0]);
      wire.close({ type: 'S', name: oldest[1] });
    }
    named += 1;
    const name = `s${named}`;
    this.#prepared.set(text, name);
    this.#new.push({ place, text });
    wire.parse({ text, name });
    return name;
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
    // What stands behind the statement that failed PostgreSQL did not look at; it has to be prepared again.
    for (const { place, text } of this.#new) if (place >= this.#outcomes.length) this.#prepared.delete(text);
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
