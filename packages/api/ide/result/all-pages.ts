import { isRecord, textOf } from '../record.ts';
import type { Received, Sent } from '../send.ts';
import { AFTER, PAGE, pageQueryOf } from './page-query.ts';

/** More rows than this are for an export: a browser would hold them, but nobody reads them in a page. */
export const ROWS_MAX = 10_000;

/** What was fetched so far, as the data of an answer. */
export interface Fetched {
  readonly data: Record<string, unknown>;
  readonly rows: number;
  readonly total: number | null;
  readonly end: 'ALL' | 'LIMIT' | 'STOPPED' | 'FAILED' | null;
  readonly problem: string | null;
}

export interface Fetching {
  readonly asked: Sent;
  /** The list, by its name at the root of the answer. */
  readonly path: string;
  readonly send: (sent: Sent) => Promise<Received>;
  readonly onProgress: (fetched: Fetched) => void;
  readonly isStopped: () => boolean;
}

const variablesOf = ({ variables }: Sent): Record<string, unknown> => (isRecord(variables) ? variables : {});

const problemIn = (answer: unknown): string => {
  const [first] = isRecord(answer) && Array.isArray(answer.errors) ? answer.errors : [];
  return (isRecord(first) ? textOf(first.message) : null) ?? 'เซิร์ฟเวอร์ตอบไม่ได้ · The server could not answer';
};

/** Fetches the pages of a list one after another, until there are no more, too many, or somebody stops it. */
export const fetchAllPages = async ({
  asked,
  path,
  send,
  onProgress,
  isStopped,
}: Fetching): Promise<Fetched | null> => {
  const query = pageQueryOf(asked, path);
  if (query === null) return null;
  const edges: unknown[] = [];
  let fetched: Fetched = { data: { [path]: { edges } }, rows: 0, total: null, end: null, problem: null };
  let after: string | null = null;
  const note = (changes: Partial<Fetched>): Fetched => {
    fetched = { ...fetched, ...changes, rows: edges.length };
    onProgress(fetched);
    return fetched;
  };
  for (;;) {
    if (isStopped()) return note({ end: 'STOPPED' });
    const { answer } = await send({ query, variables: { ...variablesOf(asked), [AFTER]: after } });
    const page: unknown = isRecord(answer) && isRecord(answer.data) ? answer.data[path] : null;
    if (!isRecord(page) || !Array.isArray(page.edges)) return note({ end: 'FAILED', problem: problemIn(answer) });
    edges.push(...page.edges.slice(0, ROWS_MAX - edges.length));
    const { [PAGE]: place, ...list } = page;
    const total = typeof page.totalCount === 'number' ? page.totalCount : null;
    note({ data: { [path]: { ...list, edges: [...edges] } }, total });
    if (!isRecord(place) || place.hasNextPage !== true) return note({ end: 'ALL' });
    if (edges.length >= ROWS_MAX) return note({ end: 'LIMIT' });
    after = textOf(place.endCursor);
  }
};
