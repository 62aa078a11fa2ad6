import { isRow, type Row } from './samples.ts';

const rowOf = (value: unknown): Row => (isRow(value) ? value : {});

/**
 * Whether Prisma (7.10) miscounts in a read: where a row lists a relation and counts it, rows below it that count a relation of that name are
 * given the count of the row above.
 */
export function isMiscounted(args: Row, above: ReadonlySet<string> = new Set()): boolean {
  const { _count: counts, ...members } = rowOf(args.select ?? args.include);
  const counted = Object.entries(rowOf(rowOf(counts).select)).flatMap(([name, value]) => (value ? [name] : []));
  if (counted.some((name) => above.has(name))) return true;
  const below = new Set([...above, ...counted.filter((name) => members[name])]);
  return Object.values(members).some((member) => isMiscounted(rowOf(member), below));
}
