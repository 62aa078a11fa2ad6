import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Column } from '@registry/prisma/generated/model.ts';
import fc from 'fast-check';
import type { Row } from './samples.ts';

const DAY_MS = 86_400_000;
const ABSENT = '00000000-0000-7000-8000-00000000dead';

/** Texts that mean something to SQL, to LIKE, to array literals or to JSON, and nothing to people. */
const oddTexts = [
  '',
  ' ',
  '%',
  '_',
  '\\',
  '\\\\',
  '\\%',
  'a\\',
  "'",
  "''; --",
  '"',
  '{',
  '}',
  '{}',
  '{"a",b}',
  ',',
  'NULL',
  'null',
  '\n',
  '\t',
  '$1',
  '🙂',
  'ก',
  'การ',
  'ทุจริต',
  'é',
  'A',
];

const oddOf: Readonly<Record<string, readonly unknown[]>> = {
  String: oddTexts,
  // Within the range of the smallest column: what is beyond it is refused by whoever looks at it first.
  Int: [-1, 0, 1, 2, 3, 2568, 32_767],
  BigInt: [-1n, 0n, 1n, 9_007_199_254_740_993n],
  Decimal: ['-1', '0', '0.01', '1000000', '9999999999999.99'].map((text) => new Prisma.Decimal(text)),
  DateTime: ['1970-01-01', '2025-10-01', '2026-09-30', '2025-10-01T12:34:56.789Z'].map((text) => new Date(text)),
  Boolean: [true, false],
};

/** Ids are the columns that are called so; PostgreSQL takes nothing but UUIDs for them. */
export const isUuid = (name: string): boolean => name === 'id' || name.endsWith('Id');

/** Values beside those that are there, where an order is kept: one before and one after. */
function besides(value: unknown): unknown[] {
  if (value instanceof Date) return [new Date(value.getTime() - DAY_MS), new Date(value.getTime() + DAY_MS)];
  return typeof value === 'number' ? [value - 1, value + 1] : [];
}

function valuesIn(rows: readonly Row[], name: string): unknown[] {
  return rows.flatMap((row) => row[name] ?? []);
}

const enumerated = (type: string): boolean => !(type in oddOf);

/** A value to compare a column with: mostly one that some row has; null when there is none to give. */
export function comparedWith(name: string, { type }: Column, rows: readonly Row[]): fc.Arbitrary<unknown> | null {
  const there = valuesIn(rows, name);
  const odd = isUuid(name) ? [ABSENT, ABSENT.toUpperCase()] : (oddOf[type] ?? []);
  if (there.length === 0 && odd.length === 0) return null;
  const choices: fc.WeightedArbitrary<unknown>[] = [];
  if (there.length > 0) choices.push({ weight: 6, arbitrary: fc.constantFrom(...there) });
  if (odd.length > 0 && !enumerated(type)) {
    choices.push({ weight: 1, arbitrary: fc.constantFrom(...odd) });
    const near = there.flatMap(besides);
    if (near.length > 0) choices.push({ weight: 1, arbitrary: fc.constantFrom(...near) });
  }
  return fc.oneof(...choices);
}

/** A piece of a text: its beginning, its end or what is between. */
export const pieceOf = (text: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.nat(12), fc.integer({ min: 1, max: 6 })).map(([whole, from, length]) => {
    const letters = [...String(whole)];
    return letters
      .slice(from % Math.max(1, letters.length))
      .slice(0, length)
      .join('');
  });
