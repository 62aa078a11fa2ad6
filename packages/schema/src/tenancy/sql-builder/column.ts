import type { Column } from '@registry/prisma/generated/model.ts';
import { given, isObject, notCompilable, type SqlBuilder } from './sql-builder.ts';

const comparisons: Readonly<Record<string, string>> = { equals: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };
const patterns: Readonly<Record<string, (text: string) => string>> = {
  contains: (text) => `%${text}%`,
  startsWith: (text) => `${text}%`,
  endsWith: (text) => `%${text}`,
};

/** Conditions joined by AND; null without any. */
export const all = (conditions: readonly (string | null)[]): string | null => {
  const said = conditions.filter((each) => each !== null);
  return said.length > 1 ? `(${said.join(' AND ')})` : (said[0] ?? null);
};

/** A condition on a column of the statement; null when it lets every row through. */
export function columnSql(
  builder: SqlBuilder,
  column: string,
  { type, isList }: Column,
  value: unknown,
): string | null {
  if (type === 'Json' || type === 'Bytes') return notCompilable(`a condition on ${type}`);
  if (value === null) return `${column} IS NULL`;
  if (!isObject(value)) return isList ? notCompilable('a list as a whole') : `${column} = ${builder.value(value)}`;
  const { mode, ...operators } = value;
  return all(given(operators).map(([name, each]) => operatorSql(builder, column, { name, value: each, mode, isList })));
}

type Operator = { readonly name: string; readonly value: unknown; readonly mode: unknown; readonly isList: boolean };

function operatorSql(builder: SqlBuilder, column: string, { name, value, mode, isList }: Operator): string {
  if (isList) return listSql(builder, column, name, value);
  const pattern = patterns[name];
  if (pattern && typeof value === 'string') {
    return `${column} ${mode === 'insensitive' ? 'ILIKE' : 'LIKE'} ${builder.value(pattern(value))}`;
  }
  if (name === 'equals' && value === null) return `${column} IS NULL`;
  if (name === 'not' && value === null) return `${column} IS NOT NULL`;
  if (value === null || isObject(value)) return notCompilable(`${name} of this value`);
  if (mode === 'insensitive') return foldedSql(builder, column, name, value);
  if (name === 'not') return `${column} <> ${builder.value(value)}`;
  if (name === 'in' && Array.isArray(value)) return `${column} = ANY(${builder.value(value)})`;
  if (name === 'notIn' && Array.isArray(value)) return `${column} <> ALL(${builder.value(value)})`;
  const comparison = comparisons[name];
  return comparison ? `${column} ${comparison} ${builder.value(value)}` : notCompilable(`operator ${name}`);
}

/** Without regard to case Prisma takes an equal text for a pattern, and compares others in small letters. */
function foldedSql(builder: SqlBuilder, column: string, name: string, value: unknown): string {
  const given = builder.value(value);
  if (name === 'equals') return `${column} ILIKE ${given}`;
  if (name === 'not') return `${column} NOT ILIKE ${given}`;
  const folded = `LOWER(${column})`;
  const list = `(SELECT LOWER(each) FROM unnest(${given}::text[]) each)`;
  if (name === 'in') return `${folded} IN ${list}`;
  if (name === 'notIn') return `${folded} NOT IN ${list}`;
  const comparison = comparisons[name];
  return comparison
    ? `${folded} ${comparison} LOWER(${given})`
    : notCompilable(`operator ${name} without regard to case`);
}

function listSql(builder: SqlBuilder, column: string, name: string, value: unknown): string {
  if (name === 'equals' && value === null) return `${column} IS NULL`;
  if (name === 'has' && value !== null) return `${builder.value(value)} = ANY(${column})`;
  if (name === 'hasSome') return `${column} && ${builder.value(value)}`;
  if (name === 'hasEvery') return `${column} @> ${builder.value(value)}`;
  return notCompilable(`operator ${name} on a list`);
}
