import { most } from '../graphql/limits/parts.logic.ts';

export type Objective = { readonly number: number; readonly textTh: string; readonly textEn: string | null };

type Texts = { readonly objectivesTh: string | null; readonly objectivesEn: string | null };

/** The texts of a column that holds one a line. */
export const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * The objectives of a project, one per line. English is paired with Thai only where both have as many lines: otherwise the pairs would be
 * guesses.
 */
export function objectivesOf({ objectivesTh, objectivesEn }: Texts): Objective[] {
  const thai = linesOf(objectivesTh).slice(0, most.partsOfProject);
  const english = linesOf(objectivesEn).slice(0, most.partsOfProject);
  return thai.map((textTh, index) => ({
    number: index + 1,
    textTh,
    textEn: english.length === thai.length ? (english[index] ?? null) : null,
  }));
}
