import type { Statement } from '@registry/prisma/statement-batch.ts';
import { textGrams } from '../../base/folded-text.logic.ts';
import type { SoughtText, SoughtWord } from '../../base/sought-text.logic.ts';
import { agencyCalled, everyRun, holdsSql, patternOf } from './found.ts';
import type { WithinScope } from './grouped-rows.ts';
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
};

/** How much each counts: the words that were found, all of the text in one piece, how much else the record is called, how recent it is. */
const SHARE = { words: 0.55, phrase: 0.2, length: 0.15, recency: 0.1 };
/** What a word counts where the record is called so; where it says so; misspelt in what it is called; misspelt, or found in a piece only. */
const CLOSENESS = { called: 1, says: 0.5, misspelt: 0.6, nearly: 0.25 };
/** After so many years a record is old. */
const YEARS_RECENT = 5;

class SearchStatement {
  readonly builder = new SqlBuilder();
  readonly #question: SearchQuestion;
  readonly #scope: WithinScope;

  constructor(question: SearchQuestion, scope: WithinScope) {
    this.#question = question;
    this.#scope = scope;
  }

  /** What is asked for is found and counted within the scope before it is ranked. */
  text(): string {
    const found = [this.#keptSql(), this.#agenciesSql()].filter((each) => each !== null).join(' UNION ALL ');
    const ranked = `SELECT found.id, found.kind, found.texts, ${this.#scoreSql()} AS score FROM (${found}) found
      CROSS JOIN LATERAL (SELECT left(found.words, strpos(found.words, E'\\n')) AS called OFFSET 0) name`;
    const first = this.builder.value(this.#question.first);
    return `SELECT *, (count(*) OVER ())::int AS total FROM (${ranked}) ranked ORDER BY score DESC, id LIMIT ${first}`;
  }

  #within(model: string, table: string, where: Arguments = {}): string {
    return whereSql(this.builder, { model, table }, this.#scope(model, where)) ?? 'true';
  }

  /** The words that are kept of records. It names their tables, as that is how a statement tells what has to be up to date before it is sent. */
  #keptSql(): string | null {
    const kept = this.#question.sources.filter(({ model }) => model !== 'Agency');
    if (kept.length === 0) return null;
    const within = this.#within('SearchText', 't', { kind: { in: kept.map(({ kind }) => kind) } });
    const tables = kept.map(({ model }) => quoted(model)).join(', ');
    return `SELECT t.id, t.kind, t.year, t.words, t.texts FROM "SearchText" t /* of ${tables} */ WHERE ${within} AND ${holdsSql(this.builder, 't.words', this.#question.sought)}`;
  }

  /** Agencies, which are public, are found by the index of the grams of what they are called. */
  #agenciesSql(): string | null {
    if (!this.#question.sources.some(({ model }) => model === 'Agency')) return null;
    const called = agencyCalled('a');
    const holds = holdsSql(this.builder, 'w.words', this.#question.sought);
    return `SELECT a.id, 'AGENCY'::"SearchKind", ${this.builder.value(this.#question.year)}::int, w.words, ARRAY[a."nameTh", a."nameEn", a.code] FROM "Agency" a
      CROSS JOIN LATERAL (SELECT app.searched_text(${called}, '') AS words OFFSET 0) w
      WHERE ${this.#within('Agency', 'a')} AND ${this.#gramsSql(`app.text_grams(${called})`)} AND ${holds}`;
  }

  /** What the grams of a text have to hold for it to hold what is sought; pieces of two letters have none. */
  #gramsSql(grams: string): string {
    return everyRun(this.#question.sought, ({ pieces }) => {
      const each = pieces.map(textGrams);
      if (each.some(({ length }) => length === 0)) return 'true';
      return `(${each.map((held) => `${grams} @> ${this.builder.value(held)}::int[]`).join(' OR ')})`;
    });
  }

  /** How close what was found is to what was sought, from 0 to 1. */
  #scoreSql(): string {
    const { sought, year } = this.#question;
    const runs = sought.runs.map(({ words, pieces }) =>
      pieces ? `greatest(${this.#meanSql(words)}, ${this.#meanSql(pieces)})` : this.#meanSql(words),
    );
    const close = `(${runs.join(' + ')}) / ${runs.length}.0`;
    const all = this.builder.value(sought.folded);
    const age = `(${this.builder.value(year)}::int - found.year)`;
    const parts = [
      `${SHARE.words} * (${close})`,
      `${SHARE.phrase} * (CASE WHEN strpos(name.called, ${all}) > 0 THEN 1 WHEN strpos(found.words, ${all}) > 0 THEN 0.5 ELSE 0 END)`,
      `${SHARE.length} * least(1, length(${all})::numeric / greatest(length(name.called) - 3, 1))`,
      `${SHARE.recency} * coalesce(least(1, greatest(0, 1 - ${age}::numeric / ${YEARS_RECENT})), 0.5)`,
    ];
    return `round((${parts.join(' + ')})::numeric, 4)::float8`;
  }

  /** Long words count more. */
  #meanSql(words: readonly SoughtWord[]): string {
    const letters = words.reduce((sum, { text }) => sum + text.length, 0);
    return `(${words.map((word) => `${this.builder.value(word.text.length / letters)}::float8 * ${this.#closenessSql(word)}`).join(' + ')})`;
  }

  #closenessSql(word: SoughtWord): string {
    const { called, says, misspelt, nearly } = CLOSENESS;
    const text = this.builder.value(word.text);
    const pattern = patternOf(word);
    const near = pattern ? `WHEN name.called ~ ${this.builder.value(pattern)} THEN ${misspelt} ` : '';
    return `(CASE WHEN strpos(name.called, ${text}) > 0 THEN ${called} WHEN strpos(found.words, ${text}) > 0 THEN ${says} ${near}ELSE ${nearly} END)`;
  }
}

/** A search as one statement. Names come from the sources alone; what a request says is among the values. */
export function compileSearch(question: SearchQuestion, scope: WithinScope): Statement {
  const statement = new SearchStatement(question, scope);
  return { text: statement.text(), values: statement.builder.values };
}
