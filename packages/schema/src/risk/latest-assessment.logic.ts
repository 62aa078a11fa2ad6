import type { RiskLevelName } from '../method/level.logic.ts';

export type AssessmentRecord = {
  readonly id: string;
  readonly methodId: string;
  readonly phase: 'INHERENT' | 'RESIDUAL' | 'TARGET';
  readonly score: number;
  readonly level: RiskLevelName;
  readonly assessedOn: Date;
  readonly createdAt: Date;
};

/** The assessment of a phase that counts: the one of the latest day and, within a day, the one recorded last, as in the database. */
export function latestOf<Entry extends AssessmentRecord>(
  assessments: readonly Entry[],
  phase: Entry['phase'],
): Entry | undefined {
  return assessments
    .filter((assessment) => assessment.phase === phase)
    .toSorted(
      (a, b) =>
        a.assessedOn.getTime() - b.assessedOn.getTime() ||
        a.createdAt.getTime() - b.createdAt.getTime() ||
        (a.id < b.id ? -1 : 1),
    )
    .at(-1);
}

type Dated = Pick<AssessmentRecord, 'phase' | 'assessedOn'>;

/** Whether a risk shows an assessment that is recorded now, after the one that it shows: residual ones go before inherent ones. */
export function becomesCurrent(recorded: Dated, current: Dated | null): boolean {
  if (recorded.phase === 'TARGET') return false;
  if (current === null) return true;
  if (recorded.phase !== current.phase) return recorded.phase === 'RESIDUAL';
  return recorded.assessedOn.getTime() >= current.assessedOn.getTime();
}

/**
 * The latest residual and inherent assessments side by side, where both exist and were scored under one method: scores of two methods say
 * nothing about each other.
 */
export function comparablePair<Entry extends AssessmentRecord>(
  assessments: readonly Entry[],
): { inherent: Entry; residual: Entry } | undefined {
  const inherent = latestOf(assessments, 'INHERENT');
  const residual = latestOf(assessments, 'RESIDUAL');
  if (inherent === undefined || residual === undefined || inherent.methodId !== residual.methodId) return undefined;
  return { inherent, residual };
}
