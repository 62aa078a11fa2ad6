import type { RiskLevelName } from '../method/level.logic.ts';
import type { MatrixCell } from '../method/method-cells.logic.ts';

export type MatrixMethod = {
  readonly cells: readonly MatrixCell[];
  readonly levels: readonly { readonly level: RiskLevelName; readonly colour: string }[];
};

export type MatrixRisk = {
  readonly level: RiskLevelName | 'UNASSESSED';
  readonly likelihood: number | null;
  readonly impact: number | null;
};

export type CountedCell = MatrixCell & { readonly colour: string; readonly riskCount: number };

export type RegisterMatrix = {
  /** Every cell of the method, empty ones with 0, by likelihood and then impact. */
  readonly cells: readonly CountedCell[];
  readonly unassessedCount: number;
  /** Risks whose place or level the method does not know, because they were scored under another one. */
  readonly otherMethodCount: number;
};

/** The risks of one register on the matrix of its method; every risk is counted exactly once. */
export function registerMatrix(risks: readonly MatrixRisk[], { cells, levels }: MatrixMethod): RegisterMatrix {
  const counted = cells
    .toSorted((a, b) => a.likelihood - b.likelihood || a.impact - b.impact)
    .map((cell) => ({
      ...cell,
      colour: colourOf(levels, cell.level),
      riskCount: risks.filter(
        ({ level, likelihood, impact }) =>
          level === cell.level && likelihood === cell.likelihood && impact === cell.impact,
      ).length,
    }));
  const unassessedCount = risks.filter(({ level }) => level === 'UNASSESSED').length;
  const placedCount = counted.reduce((sum, { riskCount }) => sum + riskCount, 0);
  return { cells: counted, unassessedCount, otherMethodCount: risks.length - unassessedCount - placedCount };
}

function colourOf(levels: MatrixMethod['levels'], level: RiskLevelName): string {
  const found = levels.find((described) => described.level === level);
  if (found === undefined) throw new Error(`The method does not describe level ${level}, which one of its cells has.`);
  return found.colour;
}
