export type Unit = 'ms' | 's' | 'MB' | 'times' | '';

/** What an attack did to the registry, beside what it may do at most. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  /** The figure holds while it is not above this. */
  readonly limit: number;
};

export const isHeld = ({ value, limit }: Figure): boolean => value <= limit;

const shown = (value: number, unit: Unit): string => {
  const digits = Number.isInteger(value) ? 0 : value < 10 ? 2 : value < 100 ? 1 : 0;
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' ? number : unit === 'times' ? `${number}x` : `${number} ${unit}`;
};

export type Outcome = { readonly attack: string; readonly figures: readonly Figure[] };

/** The table of a whole run, in Markdown so that it can be kept in docs/attack.md. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ attack, figures }) =>
    figures.map((figure) => [
      attack,
      figure.what,
      shown(figure.value, figure.unit),
      `<= ${shown(figure.limit, figure.unit)}`,
      isHeld(figure) ? 'yes' : '**NO**',
    ]),
  );
  const all = [['attack', 'what', 'figure', 'limit', 'held'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = all.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return lines.join('\n');
}

/** The one in the middle; of two, the greater. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which a share of values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
