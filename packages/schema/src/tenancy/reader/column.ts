import type { Column } from '@registry/prisma/generated/model.ts';
import { type Draft, given, isObject, notCovered } from './draft.ts';

const comparisons: Readonly<Record<string, string>> = { equals: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };
const patterns: Readonly<Record<string, (text: string) => string>> = {
  contains: (text) => `%${text}%`,
  startsWith: (text) => `${text}%`,
  endsWith: (text) => `%${text}`,
};

/** Conditions that must all hold; null when there are none. */
export const all = (conditions: readonly (string | null)[]): string | null => {
  const said = conditions.filter((each) => each !== null);
  return said.length > 1 ? `(${said.join(' AND ')})` : (said[0] ?? null);
};

/** A condition on a column, whose name in the statement is given; null when it lets every row through. */
export function columnSql(draft: Draft, column: string, { type, isList }: Column, value: unknown): string | null {
  if (type === 'Json' || type === 'Bytes') return notCovered(`a condition on ${type}`);
  if (value === null) return `${column} IS NULL`;
  if (!isObject(value)) return isList ? notCovered('a list as a whole') : `${column} = ${draft.value(value)}`;
  const { mode, ...operators } = value;
  return all(given(operators).map(([name, each]) => operatorSql(draft, column, { name, value: each, mode, isList })));
}

type Operator = { readonly name: string; readonly value: unknown; readonly mode: unknown; readonly isList: boolean };

function operatorSql(draft: Draft, column: string, { name, value, mode, isList }: Operator): string {
  if (isList) return listSql(draft, column, name, value);
  const pattern = patterns[name];
  if (pattern && typeof value === 'string') {
    return `${column} ${mode === 'insensitive' ? 'ILIKE' : 'LIKE'} ${draft.value(pattern(value))}`;
  }
  if (name === 'equals' && value === null) return `${column} IS NULL`;
  if (name === 'not' && value === null) return `${column} IS NOT NULL`;
  if (value === null || isObject(value)) return notCovered(`${name} of this value`);
  if (mode === 'insensitive') return foldedSql(draft, column, name, value);
  if (name === 'not') return `${column} <> ${draft.value(value)}`;
  if (name === 'in' && Array.isArray(value)) return `${column} = ANY(${draft.value(value)})`;
  if (name === 'notIn' && Array.isArray(value)) return `${column} <> ALL(${draft.value(value)})`;
  const comparison = comparisons[name];
  return comparison ? `${column} ${comparison} ${draft.value(value)}` : notCovered(`operator ${name}`);
}

/** Without regard to case Prisma takes an equal text for a pattern, and compares others in small letters. */
function foldedSql(draft: Draft, column: string, name: string, value: unknown): string {
  const given = draft.value(value);
  if (name === 'equals') return `${column} ILIKE ${given}`;
  if (name === 'not') return `${column} NOT ILIKE ${given}`;
  const folded = `LOWER(${column})`;
  const list = `(SELECT LOWER(each) FROM unnest(${given}::text[]) each)`;
  if (name === 'in') return `${folded} IN ${list}`;
  if (name === 'notIn') return `${folded} NOT IN ${list}`;
  const comparison = comparisons[name];
  return comparison ? `${folded} ${comparison} LOWER(${given})` : notCovered(`operator ${name} without regard to case`);
}

function listSql(draft: Draft, column: string, name: string, value: unknown): string {
  if (name === 'equals' && value === null) return `${column} IS NULL`;
  if (name === 'has' && value !== null) return `${draft.value(value)} = ANY(${column})`;
  if (name === 'hasSome') return `${column} && ${draft.value(value)}`;
  if (name === 'hasEvery') return `${column} @> ${draft.value(value)}`;
  return notCovered(`operator ${name} on a list`);
}
