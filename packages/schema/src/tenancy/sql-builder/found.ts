import type { SoughtText, SoughtWord } from '../../base/sought-text.logic.ts';
import { all } from './column.ts';
import { quoted, type SqlBuilder } from './sql-builder.ts';

/** A condition on the words of a model's rows, as a part of a `where`: `{ [FOUND]: new Found(model, sought) }`. */
export class Found {
  readonly model: string;
  readonly sought: SoughtText;

  constructor(model: string, sought: SoughtText) {
    this.model = model;
    this.sought = sought;
  }
}

/** The name of the condition, which is no column's. */
export const FOUND = 'found';

/** The models whose words the database keeps in "SearchText", and those whose words are folded when they are asked about. */
const kept = new Set([
  ...['Plan', 'Project', 'SwotItem', 'RiskRegister', 'Risk', 'Mitigation', 'LibraryRisk', 'Finding'],
  ...['DelegationOrder', 'DelegatedPower', 'Declaration', 'IntegrityActivity', 'Committee', 'PublicItem', 'YearReport'],
  ...[
    'YearReportItem',
    'InternalAudit',
    'AuditObservation',
    'OitItem',
    'Guideline',
    'GuidelineResult',
    'ItaAssessment',
  ],
]);
const made: Readonly<Record<string, (table: string) => string>> = {
  Agency: (table) => `app.searched_text(${agencyCalled(table)}, '')`,
  Edition: folding(['titleTh'], ['noteTh']),
  ActingAppointment: folding(['basisTh'], []),
  PlanSubmission: folding(['receiptNo'], ['noteTh']),
};

/** The words of columns: in which a row is called something, and in which it says something. */
function folding(called: readonly string[], says: readonly string[]): (table: string) => string {
  const joined = (table: string, columns: readonly string[]): string =>
    `concat_ws(${[`' '`, `''`, ...columns.map((column) => `${table}.${quoted(column)}`)].join(', ')})`;
  return (table) => `app.searched_text(${joined(table, called)}, ${joined(table, says)})`;
}

export const agencyCalled = (table: string): string =>
  `app.agency_called(${table}.code, ${table}."nameTh", ${table}."nameEn")`;

const either = (conditions: readonly string[]): string =>
  conditions.length > 1 ? `(${conditions.join(' OR ')})` : (conditions[0] ?? 'false');

const both = (conditions: readonly string[]): string => all(conditions) ?? 'true';

/** A run holds all its words, or all its pieces. */
export const everyRun = (sought: SoughtText, wordSql: (word: SoughtWord) => string): string =>
  both(
    sought.runs.map(({ words, pieces }) =>
      either([words, pieces].flatMap((each) => (each ? both(each.map(wordSql)) : []))),
    ),
  );

/** How a word is found that may be misspelt or has to begin where it is found; null for one that stands anywhere as it is. */
export const patternOf = ({ text, misspelt, isFromStart }: SoughtWord): string | null =>
  isFromStart ? `[^0-9a-z]${misspelt ?? text}` : misspelt;

/** Looking for a text is many times faster than matching a pattern: few rows get that far. */
function wordSql(builder: SqlBuilder, words: string, word: SoughtWord): string {
  const holds = (text: string): string => `strpos(${words}, ${builder.text(text)}) > 0`;
  const pattern = patternOf(word);
  if (pattern === null) return holds(word.text);
  const asItIs = holds(word.isFromStart ? ` ${word.text}` : word.text);
  // Without errors there is one thing to look for, which few rows hold.
  if (word.misspelt === null) return both([holds(word.text), either([asItIs, `${words} ~ ${builder.text(pattern)}`])]);
  const left = word.pieces.map((texts) => either(texts.map(holds)));
  return either([asItIs, `(${both(left)} AND ${words} ~ ${builder.text(pattern)})`]);
}

/** The condition that a column of folded words holds what is sought. */
export const holdsSql = (builder: SqlBuilder, words: string, sought: SoughtText): string =>
  everyRun(sought, (word) => wordSql(builder, words, word));

/** The condition on rows of a model. */
export function foundSql(builder: SqlBuilder, table: string, { model, sought }: Found): string {
  const words = builder.table();
  const condition = holdsSql(builder, `${words}.words`, sought);
  const make = made[model];
  if (make) return `EXISTS (SELECT 1 FROM (SELECT ${make(table)} AS words OFFSET 0) ${words} WHERE ${condition})`;
  if (!kept.has(model)) throw new Error(`The words of ${model} are not searched: see app.search_source.`);
  const owner = model === 'LibraryRisk' ? 'IS NULL' : `= ${table}."agencyId"`;
  return `EXISTS (SELECT 1 FROM "SearchText" ${words} WHERE ${words}.id = ${table}.id AND ${words}."agencyId" ${owner} AND ${condition})`;
}
