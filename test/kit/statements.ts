import pg from 'pg';

type Recorder = string[];
/** One statement, or the statements of a packet. */
type Sent = { readonly text?: string; readonly texts?: readonly string[] };
let recorder: Recorder | null = null;

const original = pg.Client.prototype.query;

// Every statement of this process passes here, whichever client sends it.
Object.defineProperty(pg.Client.prototype, 'query', {
  configurable: true,
  writable: true,
  value(this: pg.Client, ...parameters: unknown[]) {
    const [query] = parameters;
    const { text, texts } = typeof query === 'string' ? ({ text: query } as Sent) : (query as Sent);
    if (recorder) recorder.push(...(texts ?? (text ? [text] : [])));
    return Reflect.apply(original, this, parameters);
  },
});

/** Statements that only carry identity: who the connection speaks for, and who signs in. */
const carriesIdentity = (statement: string): boolean => /set_config|app\.sign_in/.test(statement);

/** The SQL statements that `work` costs, besides those that carry identity. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  recorder = [];
  try {
    await work();
    return recorder.filter((statement) => !carriesIdentity(statement));
  } finally {
    recorder = null;
  }
}
