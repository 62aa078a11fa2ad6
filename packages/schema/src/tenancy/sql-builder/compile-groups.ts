import type { Statement } from '@registry/prisma/statement-batch.ts';
import { columnSql } from './column.ts';
import type { GroupQuestion, GroupRank, KeySource, Measure } from './group-question.ts';
import { GroupedRows, type WithinScope } from './grouped-rows.ts';

const DECIMALS = 2;
/** So many decimals that a mean is never rounded before it is rounded. */
const EXACT = 'numeric(60, 30)';

const numberSql = {
  SUM: (value: string) => `sum(${value})::numeric`,
  AVG: (value: string) => `round(sum(${value})::${EXACT} / nullif(count(${value}), 0), ${DECIMALS})`,
  MIN: (value: string) => `min(${value})::numeric`,
  MAX: (value: string) => `max(${value})::numeric`,
  // The mean of the two in the middle, which are one where the number of values is odd; percentile_cont would not be exact.
  MEDIAN: (value: string) => {
    const middle = (direction: string) =>
      `percentile_disc(0.5) WITHIN GROUP (ORDER BY (${value})::numeric ${direction})`;
    return `round((${middle('ASC')} + ${middle('DESC')}) / 2, ${DECIMALS})`;
  },
};

function measureSql(rows: GroupedRows, measure: Measure): string {
  if (measure.figure === 'COUNT') return 'count(*)';
  const value = rows.column(measure.path);
  return measure.figure === 'DISTINCT' ? `count(DISTINCT ${value})` : numberSql[measure.figure](value);
}

/** JSON has no exact form for decimals: they travel as text. */
const shownSql = (measure: Measure, sql: string): string =>
  measure.figure === 'COUNT' || measure.figure === 'DISTINCT' ? sql : `(${sql})::text`;

/** A title of the value that a group has; none where its rows have several. */
const titleSql = (title: string): string => `CASE WHEN min(${title}) = max(${title}) THEN min(${title}) END`;

const titlesOf = (key: KeySource) => (key.kind === 'COLUMN' ? (key.titles ?? []) : []);

function havingSql(rows: GroupedRows, { having }: GroupQuestion): string {
  const conditions = having.flatMap(({ measure, operators }) => {
    const column = { type: 'Decimal', values: [], isList: false, isRequired: false, isDay: false, filled: null };
    return columnSql(rows.builder, measureSql(rows, measure), column, operators) ?? [];
  });
  return conditions.length > 0 ? ` HAVING ${conditions.join(' AND ')}` : '';
}

/** Keys settle what is left open, so that an answer is the same every time. */
function orderSql(rows: GroupedRows, { keys, orderBy }: GroupQuestion): string {
  const ties = keys.map((_key, by): GroupRank => ({ by, direction: 'asc', nulls: 'last' }));
  return [...orderBy, ...ties]
    .map(({ by, direction, nulls }) => {
      const expression = typeof by === 'number' ? `${by + 1}` : measureSql(rows, by);
      return `${expression} ${direction.toUpperCase()} NULLS ${nulls.toUpperCase()}`;
    })
    .join(', ');
}

/** The names of the columns that a group comes with. */
export const groupColumns = {
  key: (place: number) => `k${place}`,
  title: (place: number, index: number) => `t${place}_${index}`,
  figure: (place: number) => `f${place}`,
  /** How many groups there are, in the row of every group. */
  total: 'total',
  /** Whether rows of invented agencies are in a group, where the question asks it of each. */
  isSample: 'sample',
  /** Whether there are any among all rows, in the row of every group. */
  hasSamples: 'samples',
};

/** A grouping as one statement, behind the first wall. */
export function compileGroups(question: GroupQuestion, scope: WithinScope): Statement {
  const { model, where, keys, measures, first } = question;
  const rows = new GroupedRows(model, scope);
  const shown = [
    ...keys.map((key, place) => `${rows.key(key)} AS ${groupColumns.key(place)}`),
    ...keys.flatMap((key, place) =>
      titlesOf(key).map((path, index) => `${titleSql(rows.column(path))} AS ${groupColumns.title(place, index)}`),
    ),
    ...measures.map((each, place) => `${shownSql(each, measureSql(rows, each))} AS ${groupColumns.figure(place)}`),
    `count(*) OVER () AS ${groupColumns.total}`,
    ...(question.asksSamples ? [`bool_or(${rows.isOfSample()}) AS ${groupColumns.isSample}`] : []),
    `${rows.hasSamples(where)} AS ${groupColumns.hasSamples}`,
  ];
  const condition = rows.condition(where);
  const having = havingSql(rows, question);
  const order = orderSql(rows, question);
  const groupedBy = keys.map((_key, place) => place + 1).join(', ');
  const limit = rows.builder.value(first);
  return {
    text: `SELECT ${shown.join(', ')} FROM ${rows.from} WHERE ${condition} GROUP BY ${groupedBy}${having} ORDER BY ${order} LIMIT ${limit}::bigint`,
    values: rows.builder.values,
  };
}
