import type { Statement } from '@registry/prisma/statement-batch.ts';
import { textGrams } from '../../base/folded-text.logic.ts';
import { gramQueries, ofKinds } from '../../base/gram-query.logic.ts';
import type { SoughtText, SoughtWord } from '../../base/sought-text.logic.ts';
import { agencyCalled, everyRun, holdsSql, patternOf } from './found.ts';
import type { WithinScope } from './grouped-rows.ts';
import { cachedRowsOf } from './row-cache.ts';
import type { Rows } from './selection.ts';
import { type Arguments, quoted, SqlBuilder } from './sql-builder.ts';
import { whereSql } from './where.ts';

/** A kind of record that is searched, and its model. */
export type SearchSource = { readonly kind: string; readonly model: string };

export type SearchQuestion<Source extends SearchSource = SearchSource> = {
  readonly sought: SoughtText;
  readonly sources: readonly Source[];
  readonly first: number;
  /** The year (Buddhist era) from which records are reckoned to be recent. */
  readonly year: number;
  /** What is read of each record beside, where all are of one kind: the arguments of a read within the scope. */
  readonly record?: Arguments;
};

/** Whose records are searched. */
export type SearchedScope = { readonly within: WithinScope; readonly isCity: boolean };

/** How many records of all agencies are looked at that hold the words as they are written, and how many that may hold them misspelt. */
const MOST = { exactly: 2_000, nearly: 2_000 };

/** How much each counts: the words that were found, all of the text in one piece, how much else the record is called, how recent it is. */
const SHARE = { words: 0.55, phrase: 0.2, length: 0.15, recency: 0.1 };
/** What a word counts where the record is called so; where it says so; misspelt in what it is called; misspelt, or found in a piece only. */
const CLOSENESS = { called: 1, says: 0.5, misspelt: 0.6, nearly: 0.25 };
/** After so many years a record is old. */
const YEARS_RECENT = 5;

/** Decimals are many times slower to reckon with. */
const float = (number: number): string => `${number}::float8`;

class SearchStatement {
  readonly builder = new SqlBuilder();
  /** How the record beside a hit is read. */
  decode: Rows['decode'] | null = null;
  readonly #question: SearchQuestion;
  readonly #scope: SearchedScope;

  constructor(question: SearchQuestion, scope: SearchedScope) {
    this.#question = question;
    this.#scope = scope;
  }

  /** What is asked for is found and counted within the scope before it is ranked. */
  text(): string {
    // The record comes first: in the same place it is put together once for all searches.
    const record = this.#recordSql();
    const found = [this.#keptSql(), this.#agenciesSql()].filter((each) => each !== null).join(' UNION ALL ');
    const ranked = `SELECT found.id, found.kind, found.texts, ${this.#scoreSql()} AS score FROM (${found}) found
      CROSS JOIN LATERAL (SELECT left(found.words, strpos(found.words, E'\\n')) AS called OFFSET 0) name`;
    const first = this.builder.value(this.#question.first);
    const closest = this.#closestSql(
      record,
      `SELECT *, (count(*) OVER ())::int AS total FROM (${ranked}) ranked ORDER BY score DESC, id LIMIT ${first}`,
    );
    if (!this.#isByIndex) return `SELECT *, true AS complete FROM (${closest}) closest`;
    return `WITH named AS MATERIALIZED (SELECT * FROM ${this.#namedSql()})
      SELECT closest.*, looked.complete FROM (SELECT coalesce(bool_and(complete), true) AS complete FROM named) looked
      LEFT JOIN (${closest}) closest ON true ORDER BY score DESC, id`;
  }

  /** What is selected of the record of a hit, within the scope; null where that is read later. */
  #recordSql(): string | null {
    const { record, sources } = this.#question;
    const [source] = sources;
    if (!record || !source) return null;
    const table = this.builder.table();
    const { sql, decode } = cachedRowsOf(this.builder, source.model, table, record);
    const where = whereSql(this.builder, { model: source.model, table }, record.where) ?? 'true';
    this.decode = decode;
    return `SELECT ${sql} FROM ${quoted(source.model)} ${table} WHERE ${table}.id = hit.id AND ${where}`;
  }

  #closestSql(record: string | null, closest: string): string {
    return record ? `SELECT hit.*, (${record}) AS record FROM (${closest}) hit ORDER BY score DESC, id` : closest;
  }

  /** Agencies read all of their own words; those of the city are too many for that. */
  get #isByIndex(): boolean {
    return this.#scope.isCity && this.#kept.length > 0;
  }

  get #kept(): readonly SearchSource[] {
    return this.#question.sources.filter(({ model }) => model !== 'Agency');
  }

  /** The records that the index names: all that hold what is sought, or as many as are looked at. */
  #namedSql(): string {
    const { exactly, nearly } = gramQueries(this.#question.sought);
    const kinds = this.#kept.map(({ kind }) => kind);
    const asked = [ofKinds(exactly, kinds), MOST.exactly, nearly && ofKinds(nearly, kinds), MOST.nearly];
    const [exact, mostExactly, near, mostNearly] = asked.map((each) => this.builder.value(each));
    return `app.sought_in_city(${exact}, ${mostExactly}::int, ${near}, ${mostNearly}::int)`;
  }

  #within(model: string, table: string, where: Arguments = {}): string {
    return whereSql(this.builder, { model, table }, this.#scope.within(model, where)) ?? 'true';
  }

  /** The words that are kept of records. It names their tables, as that is how a statement tells what has to be up to date before it is sent. */
  #keptSql(): string | null {
    const kept = this.#kept;
    if (kept.length === 0) return null;
    const within = this.#within('SearchText', 't', { kind: { in: kept.map(({ kind }) => kind) } });
    const tables = kept.map(({ model }) => quoted(model)).join(', ');
    const named = this.#isByIndex ? 'named JOIN "SearchText" t USING (id)' : '"SearchText" t';
    return `SELECT t.id, t.kind, t.year, t.words, t.texts FROM ${named} /* of ${tables} */ WHERE ${within} AND ${holdsSql(this.builder, 't.words', this.#question.sought)}`;
  }

  /** Agencies, which are public, are found by the index of the grams of what they are called. */
  #agenciesSql(): string | null {
    if (!this.#question.sources.some(({ model }) => model === 'Agency')) return null;
    const called = agencyCalled('a');
    const holds = holdsSql(this.builder, 'w.words', this.#question.sought);
    return `SELECT a.id, 'AGENCY' AS kind, ${this.builder.value(this.#question.year)}::int AS year, w.words, ARRAY[a."nameTh", a."nameEn", a.code] AS texts FROM "Agency" a
      CROSS JOIN LATERAL (SELECT app.searched_text(${called}, '') AS words OFFSET 0) w
      WHERE ${this.#within('Agency', 'a')} AND ${this.#gramsSql(`app.text_grams(${called})`)} AND ${holds}`;
  }

  /** What the grams of a text have to hold for it to hold what is sought; pieces of two letters have none. */
  #gramsSql(grams: string): string {
    const anyOf = (texts: readonly string[]): string => {
      const each = texts.map(textGrams);
      if (each.some(({ length }) => length === 0)) return 'true';
      return `(${each.map((held) => `${grams} @> ${this.builder.value(held)}::int[]`).join(' OR ')})`;
    };
    return everyRun(this.#question.sought, ({ pieces }) => pieces.map(anyOf).join(' AND '));
  }

  /** How close what was found is to what was sought, from 0 to 1. */
  #scoreSql(): string {
    const { sought, year } = this.#question;
    const runs = sought.runs.map(({ words, pieces }) =>
      pieces ? `greatest(${this.#meanSql(words)}, ${this.#meanSql(pieces)})` : this.#meanSql(words),
    );
    const close = `(${runs.join(' + ')}) / ${float(runs.length)}`;
    const all = this.builder.text(sought.folded);
    const age = `(${this.builder.value(year)}::int - found.year)`;
    const parts = [
      `${float(SHARE.words)} * (${close})`,
      `${float(SHARE.phrase)} * (CASE WHEN strpos(name.called, ${all}) > 0 THEN ${float(1)} WHEN strpos(found.words, ${all}) > 0 THEN ${float(0.5)} ELSE ${float(0)} END)`,
      `${float(SHARE.length)} * least(${float(1)}, length(${all})::float8 / greatest(length(name.called) - 3, 1))`,
      `${float(SHARE.recency)} * coalesce(least(${float(1)}, greatest(${float(0)}, 1 - ${age} / ${float(YEARS_RECENT)})), ${float(0.5)})`,
    ];
    return `round((${parts.join(' + ')}) * 10000) / 10000`;
  }

  /** Long words count more. */
  #meanSql(words: readonly SoughtWord[]): string {
    const letters = words.reduce((sum, { text }) => sum + text.length, 0);
    return `(${words.map((word) => `${this.builder.value(word.text.length / letters)}::float8 * ${this.#closenessSql(word)}`).join(' + ')})`;
  }

  #closenessSql(word: SoughtWord): string {
    const { called, says, misspelt, nearly } = CLOSENESS;
    const text = this.builder.text(word.text);
    const pattern = patternOf(word);
    const near = pattern ? `WHEN name.called ~ ${this.builder.text(pattern)} THEN ${float(misspelt)} ` : '';
    return `(CASE WHEN strpos(name.called, ${text}) > 0 THEN ${float(called)} WHEN strpos(found.words, ${text}) > 0 THEN ${float(says)} ${near}ELSE ${float(nearly)} END)`;
  }
}

/** A search as one statement, and how a record beside a hit is read. */
export type CompiledSearch = Statement & { readonly decode: Rows['decode'] | null };

/** A search as one statement. Names come from the sources alone; what a request says is among the values. */
export function compileSearch(question: SearchQuestion, scope: SearchedScope): CompiledSearch {
  const statement = new SearchStatement(question, scope);
  return { text: statement.text(), values: statement.builder.values, decode: statement.decode };
}
