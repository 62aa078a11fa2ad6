import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const folder = new URL('../../packages/seed/data/', import.meta.url);

type Pair = { readonly where: string; readonly th: string; readonly en: string };

/** Every text of the data that stands in Thai and in English beside it. */
const pairsOf = (value: unknown, where: string): Pair[] => {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const byKey = new Map<string, unknown>(entries);
  return entries.flatMap(([key, part]) => {
    const en = byKey.get(`${key.slice(0, -2)}En`);
    const own = key.endsWith('Th') && typeof part === 'string' && typeof en === 'string';
    return [...(own ? [{ where: `${where}.${key}`, th: part, en }] : []), ...pairsOf(part, `${where}.${key}`)];
  });
};

const arabic = (text: string): string => text.replace(/[๐-๙]/g, (digit) => String('๐๑๒๓๔๕๖๗๘๙'.indexOf(digit)));
const numbersOf = (text: string): Set<string> =>
  new Set([...arabic(text).matchAll(/(?<![A-Za-z\d])\d+(?:[.,]\d+)*/g)].map(([number]) => number));

describe('the Thai texts of the documents’ data', () => {
  it('tell every number that the English beside them tells: no “at least 80 percent” is lost in either language', () => {
    const pairs = readdirSync(folder)
      .filter((name) => name.endsWith('.json') && name !== 'holidays.json')
      .flatMap((name) => pairsOf(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), name));
    process.stdout.write(`texts in two languages: ${pairs.length}\n`);
    expect(pairs.length).toBeGreaterThan(1300);
    expect(pairs.filter(({ th, en }) => [...numbersOf(en)].some((number) => !numbersOf(th).has(number)))).toEqual([]);
  });
});
