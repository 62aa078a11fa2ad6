import { useGraphiQL } from '@graphiql/react';
import { type FC, useEffect, useMemo, useRef, useState } from 'react';
import { isRecord, parseJson } from '../record.ts';
import { readingOf, summaryOf } from './readings.ts';
import { ResultTable } from './result-table.tsx';
import { tablesOf } from './tables.ts';

const millisecondsText = (milliseconds: number): string =>
  milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds).toLocaleString('en-US');

/** Where the page scrolls (style/short.css), an answer would come without being seen. */
const SCROLLS = '(max-width: 899px) and (max-height: 639px)';

/** The line under a result: how it went, what it cost, and the way to a table. */
export const ResultBar: FC = () => {
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]);
  const text = tab?.response ?? '';
  const [open, setOpen] = useState(false);
  const answer = useMemo(() => parseJson(text), [text]);
  const tables = useMemo(() => (isRecord(answer) ? tablesOf(answer.data) : []), [answer]);
  const reading = readingOf(tab?.id ?? null, text);
  const { errorCount, cost, notices } = summaryOf(answer);

  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (text !== '' && window.matchMedia(SCROLLS).matches) bar.current?.scrollIntoView({ block: 'end' });
  }, [text]);

  if (!isRecord(answer)) {
    return <div className="result-bar result-bar-empty">ผลลัพธ์จะแสดงที่นี่ · Results appear here</div>;
  }
  return (
    <div className="result-bar" ref={bar}>
      <span className="result-readings" role="status">
        <span className={errorCount > 0 ? 'result-state failed' : 'result-state'}>
          {errorCount > 0 ? `ผิดพลาด ${errorCount} · errors` : 'สำเร็จ · OK'}
        </span>
        {reading && (
          <span className="result-asker" title="ตอบแก่ผู้ใช้นี้ · answered to this user">
            ในฐานะ {reading.asWhom}
          </span>
        )}
        {reading?.status !== undefined && <span title="สถานะ HTTP · HTTP status">{reading.status}</span>}
        {reading?.milliseconds !== undefined && (
          <span title="เวลาไปกลับ · round trip">{millisecondsText(reading.milliseconds)} ms</span>
        )}
        {cost !== null && <span title="ภาระของคำถาม จากที่อนุญาต · query cost, of what is allowed">cost {cost}</span>}
      </span>
      {notices.length > 0 && <span className="result-notices">{notices.join(' · ')}</span>}
      <button type="button" className="result-button" disabled={tables.length === 0} onClick={() => setOpen(true)}>
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
          <rect x="1.7" y="2.2" width="12.6" height="11.6" rx="1.4" />
          <path d="M1.7 6.2h12.6M6.2 6.2v7.6" />
        </svg>
        ตาราง · CSV
      </button>
      {open && (
        <ResultTable
          tables={tables}
          asWhom={reading?.asWhom ?? null}
          asked={reading?.asked ?? null}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
};
