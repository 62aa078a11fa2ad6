import { isAbove } from '../method/level.logic.ts';
import { type AssessmentRecord, latestOf } from './latest-assessment.logic.ts';

/** The assessment that gives the current level: the latest residual, else the latest inherent one, as in the database. */
const currentOf = (assessments: readonly AssessmentRecord[]): AssessmentRecord | undefined =>
  latestOf(assessments, 'RESIDUAL') ?? latestOf(assessments, 'INHERENT');

const isHigher = (now: AssessmentRecord, before: AssessmentRecord): boolean =>
  isAbove(now.level, before.level) || (now.methodId === before.methodId && now.score > before.score);

const isSame = (now: AssessmentRecord, before: AssessmentRecord): boolean =>
  now.methodId === before.methodId && now.score === before.score && now.level === before.level;

/**
 * Whether a risk was assessed upwards, or for the first time, since its register was approved (null: it never was, which is so of what was
 * imported). An assessment that only confirms the one before it is passed over.
 */
export function isRaisedSince(assessments: readonly AssessmentRecord[], approvedAt: Date | null): boolean {
  const now = currentOf(assessments);
  const isKnown = ({ createdAt }: AssessmentRecord): boolean => approvedAt !== null && createdAt <= approvedAt;
  if (now === undefined || isKnown(now)) return false;
  let earlier = assessments.filter((assessment) => assessment !== now);
  let before = currentOf(earlier);
  while (before !== undefined && isSame(now, before)) {
    const confirmed = before;
    if (isKnown(confirmed)) return false;
    earlier = earlier.filter((assessment) => assessment !== confirmed);
    before = currentOf(earlier);
  }
  return before === undefined || isHigher(now, before);
}
