import { type FC, useMemo } from 'react';
import type { Cell, Table } from './tables.ts';

/** A browser draws this many rows without a pause; the CSV always holds all of them. */
export const ROWS_SHOWN_MAX = 500;

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

/** The rows of a table, the first of them where there are many. */
export const TableGrid: FC<{ readonly table: Table }> = ({ table }) => {
  const numeric = useMemo(() => numericColumnsOf(table), [table]);
  return (
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
        {table.rows.slice(0, ROWS_SHOWN_MAX).map((row, position) => (
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
  );
};
