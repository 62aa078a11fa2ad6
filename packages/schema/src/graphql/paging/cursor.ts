import { crc32 } from 'node:zlib';
import type { ListOrder, Place, Rank } from '../filters/rank.logic.ts';

const INT_MAX = 2_147_483_647;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A list and its order in words: a cursor is good for no other. */
const nameOf = ({ list, ranks }: ListOrder): string =>
  [list, ...ranks.map(({ column, direction, nulls }) => `${column} ${direction} ${nulls}`)].join();

/** The checksum finds truncation and mistakes. It hides nothing: a cursor says no more than the row that it was made of. */
const sumOf = (text: string): string => crc32(text).toString(36);

/** The place of a row as clients keep it. */
export function cursorOf(row: Readonly<Record<string, unknown>>, order: ListOrder): string {
  const text = JSON.stringify([nameOf(order), ...order.ranks.map(({ column }) => row[column] ?? null)]);
  return Buffer.from(`${sumOf(text)} ${text}`, 'utf8').toString('base64url');
}

/** The place that a cursor names; null for a cursor of another list or order. */
export function placeAt(cursor: string, order: ListOrder): Place | null {
  const [sum, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const text = rest.join(' ');
  if (sum !== sumOf(text)) return null;
  const parts = parsed(text);
  if (!Array.isArray(parts) || parts[0] !== nameOf(order) || parts.length !== order.ranks.length + 1) return null;
  const values = order.ranks.map((rank, index) => comparable(parts[index + 1], rank));
  return values.includes(undefined) ? null : values;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && !/\0|\p{Surrogate}/u.test(value) ? value : undefined;

function dateOf(value: unknown): Date | undefined {
  const date = new Date(typeof value === 'string' ? value : Number.NaN);
  return !Number.isNaN(date.getTime()) && date.toISOString() === value && /^\d{4}-/.test(value) ? date : undefined;
}

const readers: Readonly<Record<string, (value: unknown, rank: Rank) => unknown>> = {
  String: (value, { column }) => (column === 'id' && !uuid.test(String(value)) ? undefined : textOf(value)),
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= INT_MAX ? value : undefined,
  Enum: (value, { values }) => (typeof value === 'string' && values.includes(value) ? value : undefined),
  DateTime: dateOf,
  Decimal: (value) => (typeof value === 'string' && /^-?\d{1,18}(\.\d{1,4})?$/.test(value) ? value : undefined),
};

/** A value of a rank as the database compares it; undefined when it can be none. */
function comparable(value: unknown, rank: Rank): unknown {
  if (value === null) return rank.isRequired ? undefined : null;
  return readers[rank.type]?.(value, rank);
}
