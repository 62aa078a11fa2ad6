import { type FC, useEffect, useRef, useState } from 'react';
import { createSender, type Sent } from '../send.ts';
import { session } from '../session/use-session.ts';
import { type Fetched, fetchAllPages, ROWS_MAX } from './all-pages.ts';

const send = createSender(session, '/graphql');
const count = (number: number): string => number.toLocaleString('en-US');

const progressText = ({ rows, total, end, problem }: Fetched): string => {
  const fetched = total === null ? count(rows) : `${count(rows)} / ${count(total)}`;
  if (end === 'FAILED') return `ได้ ${fetched} แถว แล้วหยุด: ${problem}`;
  if (end === 'LIMIT') return `ครบ ${count(ROWS_MAX)} แถว ซึ่งมากที่สุดในหน้านี้ · stopped at the limit`;
  if (end === 'STOPPED') return `หยุดที่ ${fetched} แถว · stopped`;
  return end === 'ALL' ? `ครบทุกหน้า ${fetched} แถว · all pages` : `ได้แล้ว ${fetched} แถว · rows`;
};

interface PageFetcherProps {
  readonly asked: Sent;
  readonly path: string;
  readonly onFetched: (data: Record<string, unknown>) => void;
}

/** Asks on where a list ends, page after page, as whoever asks in the tab in view; it can be stopped, and keeps what has come by then. */
export const PageFetcher: FC<PageFetcherProps> = ({ asked, path, onFetched }) => {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const stopped = useRef(false);

  // A dialog that is closed asks for no more.
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const start = async (): Promise<void> => {
    stopped.current = false;
    setIsRunning(true);
    const asker = session.read();
    const isStopped = (): boolean => stopped.current;
    const end = await fetchAllPages({
      asked,
      path,
      send: (sent) => send(sent, asker).catch(() => ({ status: 0, answer: null, milliseconds: 0 })),
      onProgress: setFetched,
      isStopped,
    });
    setIsRunning(false);
    if (end) onFetched(end.data);
  };

  return (
    <span className="page-fetcher">
      {isRunning ? (
        <button
          type="button"
          className="plain-button"
          onClick={() => {
            stopped.current = true;
          }}
        >
          หยุด · Stop
        </button>
      ) : (
        <button type="button" className="plain-button" onClick={() => void start()}>
          ดึงทุกหน้า (ไม่เกิน {count(ROWS_MAX)} แถว)
        </button>
      )}
      {fetched && <span role="status">{progressText(fetched)}</span>}
    </span>
  );
};
