import { type Duplex, Transform } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Cell, Dataset } from './dataset.ts';

/** How a table is written: for programs, for spreadsheets (which take a file for UTF-8 by its byte order mark), or as JSON. */
export type Form = 'csv' | 'csv-bom' | 'json';

type Row = Readonly<Record<string, Cell>>;

/** CSV as RFC 4180 has it. A text that a spreadsheet would take for a formula begins with an apostrophe. */
const csv = (columns: readonly string[], bom: boolean): Duplex =>
  stringify({
    bom,
    columns: [...columns],
    header: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String, object: (list) => (Array.isArray(list) ? list.join('; ') : '') },
  });

/** One array with an object for each row, a row to a line. */
function json(): Duplex {
  let written = 0;
  return new Transform({
    writableObjectMode: true,
    transform(row: Row, _encoding, done) {
      written += 1;
      done(null, `${written === 1 ? '[' : ','}\n${JSON.stringify(row)}`);
    },
    flush: (done) => done(null, written === 0 ? '[]\n' : '\n]\n'),
  });
}

/** Turns rows into the bytes of a form. */
export const writerOf = (form: Form, { columns }: Dataset): Duplex =>
  form === 'json' ? json() : csv(Object.keys(columns), form === 'csv-bom');
