import { type FC, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Sent } from '../send.ts';
import { csvFileOf, csvOf } from './csv.ts';
import { PageFetcher } from './page-fetcher.tsx';
import { pageQueryOf } from './page-query.ts';
import { ROWS_SHOWN_MAX, TableGrid } from './table-grid.tsx';
import { type Table, tablesOf } from './tables.ts';

const download = (table: Table): void => {
  const address = URL.createObjectURL(new Blob([csvFileOf(table)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${table.path.replaceAll('.', '-')}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

const rowCountText = (table: Table): string => {
  const shown = table.rows.length.toLocaleString('en-US');
  if (table.totalCount !== null && table.totalCount > table.rows.length) {
    return `${shown} จาก ${table.totalCount.toLocaleString('en-US')} แถว ยังมีอีก · more rows follow`;
  }
  return table.hasMore ? `${shown} แถว ยังมีหน้าถัดไป · more rows follow` : `${shown} แถว · rows`;
};

interface ResultTableProps {
  readonly tables: readonly Table[];
  /** Who was answered: what is in a table depends on it. */
  readonly asWhom: string | null;
  /** What was asked; absent where that is not known any more. */
  readonly asked: Sent | null;
  readonly onClose: () => void;
}

/** A native modal dialog: it holds the focus, closes with Escape and gives the focus back. */
export const ResultTable: FC<ResultTableProps> = ({ tables: answered, asWhom, asked, onClose }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [tables, setTables] = useState(answered);
  // A list of one, such as the plan, stands above the lists that were asked for.
  const [index, setIndex] = useState(() =>
    Math.max(
      tables.findIndex(({ rows }) => rows.length > 1),
      0,
    ),
  );
  const [notice, setNotice] = useState('');
  const table = tables[index] ?? tables[0];

  useEffect(() => dialog.current?.showModal(), []);
  if (!table) return null;
  const hasMore = table.hasMore || (table.totalCount ?? 0) > table.rows.length;
  const canFetch = asked !== null && hasMore && pageQueryOf(asked, table.path) !== null;

  const show = (data: Record<string, unknown>): void => {
    const fetched = tablesOf(data);
    setTables(fetched);
    setIndex(
      Math.max(
        fetched.findIndex(({ path }) => path === table.path),
        0,
      ),
    );
  };

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(csvOf(table));
      setNotice('คัดลอกแล้ว · Copied');
    } catch {
      setNotice('คัดลอกไม่ได้ โปรดใช้ปุ่มดาวน์โหลด · Cannot copy here, please download');
    }
  };

  return createPortal(
    <dialog ref={dialog} className="table-dialog" aria-label="ผลลัพธ์เป็นตาราง · Result as a table" onClose={onClose}>
      <div className="table-head">
        <h2>
          ตาราง <span lang="en">Table</span>
        </h2>
        {tables.length > 1 ? (
          <select
            aria-label="เลือกรายการ · Choose a list"
            value={index}
            onChange={(event) => setIndex(Number(event.target.value))}
          >
            {tables.map((each, position) => (
              <option key={each.path} value={position}>
                {each.path} ({each.rows.length})
              </option>
            ))}
          </select>
        ) : (
          <code>{table.path}</code>
        )}
        <span className="table-actions">
          <button type="button" className="plain-button" onClick={() => void copy()}>
            คัดลอก CSV
          </button>
          <button type="button" className="solid-button" onClick={() => download(table)}>
            ดาวน์โหลด CSV
          </button>
          <button
            type="button"
            className="close-button"
            aria-label="ปิด · Close"
            onClick={() => dialog.current?.close()}
          >
            ✕
          </button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls a wide table only when it can be focused. */}
      <div className="table-scroll" tabIndex={0}>
        <TableGrid table={table} />
      </div>
      {(canFetch || tables !== answered) && asked !== null && (
        <PageFetcher asked={asked} path={table.path.split('.')[0] ?? table.path} onFetched={show} />
      )}
      <p className="table-foot" role="status">
        {rowCountText(table)}
        {asWhom !== null && ` · ในฐานะ ${asWhom}`}
        {table.rows.length > ROWS_SHOWN_MAX && ` · แสดง ${ROWS_SHOWN_MAX} แถวแรก ไฟล์ CSV มีครบ`}
        {notice !== '' && <strong> {notice}</strong>}
      </p>
    </dialog>,
    document.body,
  );
};
