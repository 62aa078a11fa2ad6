import { type FC, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { csvFileOf, csvOf } from './csv.ts';
import type { Cell, Table } from './tables.ts';

/** A browser draws this many rows without a pause; the CSV always holds all of them. */
const SHOWN_MAX = 500;

/** Numbers stay as they came: a fiscal year or a serial number must not be given a thousands separator. */
const cellText = (cell: Cell): string => (cell === null ? '–' : String(cell));

/** Dates, codes and levels stay on one line; only sentences wrap. */
const SHORT_MAX = 20;

const cellClass = (cell: Cell, numeric: boolean): string => {
  if (numeric) return 'numeric';
  return cellText(cell).length <= SHORT_MAX ? 'short' : 'sentence';
};

/** Amounts come as text so that no digit is lost on the way. */
const isNumber = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell));

/** Columns that hold nothing but numbers are set flush right, heading and all. */
const numericColumnsOf = (table: Table): ReadonlySet<number> =>
  new Set(
    table.columns.flatMap((_, column) => {
      const filled = table.rows.map((row) => row[column] ?? null).filter((cell) => cell !== null);
      return filled.length > 0 && filled.every(isNumber) ? column : [];
    }),
  );

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
    return `${shown} จาก ${table.totalCount.toLocaleString('en-US')} แถว ขอหน้าถัดไปด้วย after · more rows follow, ask with after`;
  }
  return table.hasMore ? `${shown} แถว ยังมีหน้าถัดไป · more rows follow` : `${shown} แถว · rows`;
};

interface ResultTableProps {
  readonly tables: readonly Table[];
  /** Who was answered: what is in a table depends on it. */
  readonly asWhom: string | null;
  readonly onClose: () => void;
}

/** A native modal dialog: it holds the focus, closes with Escape and gives the focus back. */
export const ResultTable: FC<ResultTableProps> = ({ tables, asWhom, onClose }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  // A list of one, such as the plan, stands above the lists that were asked for.
  const [index, setIndex] = useState(() =>
    Math.max(
      tables.findIndex(({ rows }) => rows.length > 1),
      0,
    ),
  );
  const [notice, setNotice] = useState('');
  const table = tables[index] ?? tables[0];
  const numeric = useMemo(() => (table ? numericColumnsOf(table) : new Set<number>()), [table]);

  useEffect(() => dialog.current?.showModal(), []);
  if (!table) return null;

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
        <table>
          <thead>
            <tr>
              <th scope="col" className="table-number">
                #
              </th>
              {table.columns.map((column, position) => (
                <th key={column} scope="col" className={numeric.has(position) ? 'numeric' : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, SHOWN_MAX).map((row, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a result have no identity but their place, and never move.
              <tr key={position}>
                <td className="table-number">{position + 1}</td>
                {row.map((cell, column) => (
                  <td key={table.columns[column]} className={cellClass(cell, numeric.has(column))}>
                    {cellText(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="table-foot" role="status">
        {rowCountText(table)}
        {asWhom !== null && ` · ในฐานะ ${asWhom}`}
        {table.rows.length > SHOWN_MAX && ` · แสดง ${SHOWN_MAX} แถวแรก ไฟล์ CSV มีครบ`}
        {notice !== '' && <strong> {notice}</strong>}
      </p>
    </dialog>,
    document.body,
  );
};
