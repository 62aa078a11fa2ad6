import type { Cell, Table } from './tables.ts';

/** Excel reads a file without this mark in the system's code page and turns Thai into question marks. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, also when it came from a complaint or a plan that
 * somebody else wrote. A leading apostrophe makes it text. Real numbers cannot carry a formula and stay numbers.
 */
const guarded = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
};

const quoted = (cell: Cell): string => {
  const text = guarded(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvOf = (table: Table): string =>
  [table.columns, ...table.rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

export const csvFileOf = (table: Table): string => BYTE_ORDER_MARK + csvOf(table);
