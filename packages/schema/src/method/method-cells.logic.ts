import { isRiskLevel, type RiskLevelName } from './level.logic.ts';
import type { LevelPlacement, MethodScales } from './method-draft.logic.ts';

export type GridPlace = { readonly likelihood: number; readonly impact: number; readonly score: number };

export type MatrixCell = GridPlace & { readonly level: RiskLevelName };

/** What one score band, or one explicit cell, says: the level of the places that it covers. */
export type LevelClaim = {
  readonly field: string;
  readonly level: string;
  readonly covers: (place: GridPlace) => boolean;
};

/** Every place of the matrix, by likelihood and then impact; the score is their product. */
export const placesOf = ({ likelihoodMax, impactMax }: MethodScales): GridPlace[] =>
  Array.from({ length: likelihoodMax }, (_row, row) =>
    Array.from({ length: impactMax }, (_column, column) => ({
      likelihood: row + 1,
      impact: column + 1,
      score: (row + 1) * (column + 1),
    })),
  ).flat();

export function claimsOf({ scoreBands, cells }: LevelPlacement): LevelClaim[] {
  const ofBands = (scoreBands ?? []).map(({ level, scoreFrom, scoreTo }, index) => ({
    field: `scoreBands[${index}]`,
    level,
    covers: ({ score }: GridPlace) => scoreFrom <= score && score <= scoreTo,
  }));
  const ofCells = (cells ?? []).map(({ level, likelihood, impact }, index) => ({
    field: `cells[${index}]`,
    level,
    covers: (place: GridPlace) => place.likelihood === likelihood && place.impact === impact,
  }));
  return [...ofBands, ...ofCells];
}

/** The cells of a method that has passed validation; one that has not is refused, because some cell has no single level. */
export function cellsOf(method: MethodScales & LevelPlacement): MatrixCell[] {
  const claims = claimsOf(method);
  return placesOf(method).map((place) => {
    const [claim, ...others] = claims.filter(({ covers }) => covers(place));
    if (claim === undefined || others.length > 0 || !isRiskLevel(claim.level))
      throw new Error(`Likelihood ${place.likelihood} x impact ${place.impact} does not have exactly one level.`);
    return { ...place, level: claim.level };
  });
}
