import pg from 'pg';

/** The statements of each batch. */
type Recorder = (readonly string[])[];
/** One statement, or the statements of a batch. */
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

/**
 * What the registry says and asks for itself, whenever it is due: who a connection speaks for, who signs in, how large the city is, and to
 * the other instances which findings have changed.
 */
const isOwn = (statement: string): boolean => /set_config|app\.sign_in|AS "libraryRisks"|pg_notify/.test(statement);

/** The batches that `work` sends, each with its SQL statements, besides those of the registry itself. */
export async function batchesOf(work: () => Promise<unknown>): Promise<string[][]> {
  const batches: Recorder = [];
  recorder = batches;
  try {
    await work();
  } finally {
    recorder = null;
  }
  return batches
    .map((statements) => statements.filter((statement) => !isOwn(statement)))
    .filter(({ length }) => length > 0);
}

/** The SQL statements that `work` costs, besides those of the registry itself. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => (await batchesOf(work)).flat();
