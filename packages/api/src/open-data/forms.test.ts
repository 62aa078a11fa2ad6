import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { type Cell, dataset } from './dataset.ts';
import { type Form, writerOf } from './forms.ts';

const columns = { code: { type: 'string', means: { th: 'รหัส', en: 'Code.' } } } as const;
const table = dataset({
  name: 'codes',
  title: { th: 'รหัส', en: 'Codes' },
  description: { th: 'รหัส', en: 'Codes.' },
  kind: null,
  columns,
  rowsOf: () => [],
});

async function written(form: Form, ...cells: Cell[]): Promise<string> {
  const only = { ...table, columns };
  return (await buffer(Readable.from(cells.map((code) => ({ code }))).pipe(writerOf(form, only)))).toString('utf8');
}

describe('a table as CSV', () => {
  it('has no cell that a spreadsheet takes for a formula', async () => {
    for (const formula of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '＝1',
      '＋1',
      '－1',
      '＠A1',
      '=HYPERLINK("http://x")',
    ])
      expect(await written('csv', formula)).not.toMatch(/^"?[=+\-@\t＝＋－＠]/m);
    expect(await written('csv', -1)).toBe('code\r\n-1\r\n');
  });

  it('quotes what RFC 4180 has quoted, and leaves nothing where there is nothing', async () => {
    expect(await written('csv', 'a,b', 'ก "ข"', 'x\r\ny', null, true, ['a', 'b'])).toBe(
      'code\r\n"a,b"\r\n"ก ""ข"""\r\n"x\r\ny"\r\n\r\ntrue\r\na; b\r\n',
    );
  });

  it('has its heading, and the byte order mark where it is asked for, also without rows', async () => {
    expect(await written('csv')).toBe('code\r\n');
    expect(await written('csv-bom')).toBe('\ufeffcode\r\n');
  });
});

describe('a table as JSON', () => {
  it('is one array, also without rows', async () => {
    expect(JSON.parse(await written('json'))).toEqual([]);
    expect(JSON.parse(await written('json', '=1', ['a'], null, 2))).toEqual(
      ['=1', ['a'], null, 2].map((code) => ({ code })),
    );
  });
});
