import { crossRecordRelations } from '../model.ts';
import type { ColumnPath, KeySource, Period } from './group-question.ts';
import { type Arguments, modelOf, notCompilable, quoted, SqlBuilder } from './sql-builder.ts';
import { joinSql, whereSql } from './where.ts';

/** The first wall: a condition on the rows of a model, within the scope. */
export type WithinScope = (model: string, where: Arguments) => Arguments;

type Place = { readonly model: string; readonly table: string };

const periodSql: Readonly<Record<Period, (day: string) => string>> = {
  YEAR: (day) => `date_trunc('year', ${day}::timestamp)::date`,
  QUARTER: (day) => `date_trunc('quarter', ${day}::timestamp)::date`,
  MONTH: (day) => `date_trunc('month', ${day}::timestamp)::date`,
  FISCAL_YEAR: (day) => `app.fiscal_year_of(${day})`,
};

/** The rows of a model with what they belong to, each joined once, behind the first wall. */
export class GroupedRows {
  readonly builder = new SqlBuilder();
  readonly #scope: WithinScope;
  readonly #root: Place;
  readonly #joined = new Map<string, Place>();
  readonly #joins: string[] = [];

  constructor(model: string, scope: WithinScope) {
    this.#scope = scope;
    this.#root = { model, table: this.builder.table() };
  }

  /** The tables, to be taken once all columns are named. */
  get from(): string {
    return [`${quoted(this.#root.model)} ${this.#root.table}`, ...this.#joins].join(' ');
  }

  /** The rows that a filter and the scope let through. */
  condition(where: Arguments): string {
    return this.#within(this.#root, where) ?? 'true';
  }

  /** Whether a row belongs to an invented agency. Agencies are joined, as a list of them would be gone through for every row. */
  isOfSample(): string {
    const agency = this.builder.table();
    this.#joins.push(`JOIN "Agency" ${agency} ON ${agency}.id = ${this.column(['agencyId'])}`);
    return `${agency}.kind = 'SAMPLE'`;
  }

  /** Whether any row does. Asked apart, the first one that is found answers it, where the join is paid for by every row. */
  hasSamples(where: Arguments): string {
    const [row, agency] = [{ model: this.#root.model, table: this.builder.table() }, this.builder.table()];
    const condition = this.#within(row, where) ?? 'true';
    const from = `${quoted(row.model)} ${row.table} JOIN "Agency" ${agency} ON ${agency}.id = ${row.table}."agencyId"`;
    return `EXISTS (SELECT FROM ${from} WHERE ${agency}.kind = 'SAMPLE' AND ${condition})`;
  }

  key(source: KeySource): string {
    switch (source.kind) {
      case 'COLUMN':
        return this.column(source.path);
      case 'PERIOD':
        return periodSql[source.period](this.column(source.path));
      case 'STATE': {
        const cases = source.conditions.map(
          (each, place) => `WHEN ${this.#within(this.#root, each) ?? 'true'} THEN ${place}`,
        );
        return `CASE ${cases.join(' ')} END`;
      }
    }
  }

  /** A column at the end of a path; at the end of a list of parts, their sum. */
  column(path: ColumnPath): string {
    const relations = path.slice(0, -1);
    const name = path.at(-1) ?? '';
    const last = relations.at(-1);
    const owner = this.#place(relations.slice(0, -1));
    if (last !== undefined && modelOf(owner.model).relations[last]?.isList) return this.#sumOfParts(owner, last, name);
    const { model, table } = this.#place(relations);
    if (!modelOf(model).columns[name]) return notCompilable(`column ${name}`);
    return `${table}.${quoted(name)}`;
  }

  #place(relations: readonly string[]): Place {
    const last = relations.at(-1);
    if (last === undefined) return this.#root;
    const key = relations.join('.');
    const known = this.#joined.get(key);
    if (known) return known;
    const made = this.#join(this.#place(relations.slice(0, -1)), last);
    this.#joined.set(key, made);
    return made;
  }

  #join(owner: Place, name: string): Place {
    const { inner, condition } = this.#related(owner, name);
    this.#joins.push(`LEFT JOIN ${quoted(inner.model)} ${inner.table} ON ${condition}`);
    return inner;
  }

  #sumOfParts(owner: Place, relation: string, column: string): string {
    const { inner, condition } = this.#related(owner, relation);
    return `(SELECT sum(${inner.table}.${quoted(column)}) FROM ${quoted(inner.model)} ${inner.table} WHERE ${condition})`;
  }

  #related({ model, table }: Place, name: string): { inner: Place; condition: string } {
    const relation = modelOf(model).relations[name];
    if (!relation) return notCompilable(`relation ${name}`);
    if (crossRecordRelations.has(`${model}.${name}`))
      throw new Error(`${model}.${name} crosses records: no key of it.`);
    const inner = { model: relation.model, table: this.builder.table() };
    const scoped = this.#within(inner, {});
    return { inner, condition: [joinSql(relation, table, inner.table), ...(scoped ? [scoped] : [])].join(' AND ') };
  }

  #within(place: Place, where: Arguments): string | null {
    return whereSql(this.builder, place, this.#scope(place.model, where));
  }
}
