import pg from 'pg';

/** The statements of each packet. */
type Recorder = (readonly string[])[];
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
    recorder?.push(texts ?? (text ? [text] : []));
    return Reflect.apply(original, this, parameters);
  },
});

/** Statements that only carry identity: who the connection speaks for, and who signs in. */
const carriesIdentity = (statement: string): boolean => /set_config|app\.sign_in/.test(statement);

/** The packets that `work` sends, each with its SQL statements, besides those that carry identity. */
export async function packetsOf(work: () => Promise<unknown>): Promise<string[][]> {
  const packets: Recorder = [];
  recorder = packets;
  try {
    await work();
  } finally {
    recorder = null;
  }
  return packets
    .map((statements) => statements.filter((statement) => !carriesIdentity(statement)))
    .filter(({ length }) => length > 0);
}

/** The SQL statements that `work` costs, besides those that carry identity. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => (await packetsOf(work)).flat();
