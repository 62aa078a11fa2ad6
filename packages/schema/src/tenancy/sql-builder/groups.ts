import { type Arguments, given, isObject, modelOf, notCompilable, quoted, SqlBuilder } from './sql-builder.ts';
import { whereSql } from './where.ts';

/** Columns whose values JSON represents unchanged. */
const plain: ReadonlySet<string> = new Set(['String', 'Int', 'Boolean']);

function groupedBy(model: string, by: unknown): string[] {
  const { columns } = modelOf(model);
  const names = Array.isArray(by) ? by.map(String) : [String(by)];
  const isPlain = (name: string): boolean => plain.has(columns[name]?.type ?? '') && !columns[name]?.isList;
  return names.every(isPlain) ? names : notCompilable('groups by what is no plain value');
}

const countsRows = (asked: unknown): boolean =>
  isObject(asked) && given(asked).every(([name, value]) => name === '_all' && value === true);

/** The number of rows by group, the only grouping that is used: groups are plain columns. */
export function readGroups(model: string, { by, where, _count: asked, ...more }: Arguments) {
  for (const [name] of given(more)) return notCompilable(`groups with ${name}`);
  if (!countsRows(asked)) return notCompilable('groups of which other things are told than their number');
  const names = groupedBy(model, by);
  const builder = new SqlBuilder();
  const table = builder.table();
  const condition = whereSql(builder, { model, table }, where);
  const keys = names.map((name) => `${table}.${quoted(name)}`).join(', ');
  return {
    text: `SELECT json_build_array(${keys}, count(*)) FROM ${quoted(model)} ${table}${condition ? ` WHERE ${condition}` : ''} GROUP BY ${keys}`,
    values: builder.values,
    decodeRows: (rows: readonly string[]) =>
      rows.map((row) => {
        const values: unknown[] = JSON.parse(row);
        const kind = Object.fromEntries(names.map((name, place) => [name, values[place]]));
        return { ...kind, _count: { _all: values[names.length] } };
      }),
  };
}
