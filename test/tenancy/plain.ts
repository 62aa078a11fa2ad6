import { Prisma } from '@registry/prisma/generated/client/client.ts';

/** A value that can be compared deeply: what has a class is told by its kind and its value. */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return `DateTime ${value.toISOString()}`;
  if (Prisma.Decimal.isDecimal(value)) return `Decimal ${value.toString()}`;
  if (typeof value === 'bigint') return `BigInt ${value}`;
  if (value instanceof Uint8Array) return `Bytes ${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
  return value;
}

/** Whether an answer says anything: a row, some rows, a number above zero. */
export const saysSomething = (answer: unknown): boolean =>
  Array.isArray(answer) ? answer.length > 0 : answer !== null && answer !== 0;
