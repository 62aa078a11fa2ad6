import type { Arguments } from './sql-builder.ts';

/** A column of the rows that are grouped, or of what they belong to: the relations on the way, then the column. */
export type ColumnPath = readonly string[];

export type Period = 'YEAR' | 'QUARTER' | 'MONTH' | 'FISCAL_YEAR';

/**
 * What rows are grouped by: a column, with titles that its value has; the period that a day lies in, by its first day or, of a fiscal year,
 * by its number; or the first of several conditions that a row meets, by its place.
 */
export type KeySource =
  | { readonly kind: 'COLUMN'; readonly path: ColumnPath; readonly titles?: readonly ColumnPath[] }
  | { readonly kind: 'PERIOD'; readonly path: ColumnPath; readonly period: Period }
  | { readonly kind: 'STATE'; readonly conditions: readonly Arguments[] };

export const numberFigures = ['SUM', 'AVG', 'MIN', 'MAX', 'MEDIAN'] as const;
export type NumberFigure = (typeof numberFigures)[number];

/** A figure of a group: how many rows or different values it has, or what comes of a number of its rows. */
export type Measure =
  | { readonly figure: 'COUNT' }
  | { readonly figure: 'DISTINCT' | NumberFigure; readonly path: ColumnPath };

/** The place of a key, or a measure; which way, and where groups without a value stand. */
export type GroupRank = {
  readonly by: number | Measure;
  readonly direction: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
};

/** A grouping: which rows, by what, what is told of each group, which groups, in which order, and how many of them. */
export type GroupQuestion = {
  readonly model: string;
  readonly where: Arguments;
  readonly keys: readonly KeySource[];
  readonly measures: readonly Measure[];
  readonly having: readonly { readonly measure: Measure; readonly operators: Arguments }[];
  readonly orderBy: readonly GroupRank[];
  readonly first: number;
  /** Whether each group says if rows of invented agencies are in it. */
  readonly asksSamples?: boolean;
};
