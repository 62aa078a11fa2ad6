export type StoredStatus = 'PLANNED' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED';
export type ShownStatus = StoredStatus | 'OVERDUE';

export const shownStatuses: readonly ShownStatus[] = ['PLANNED', 'IN_PROGRESS', 'OVERDUE', 'DONE', 'CANCELLED'];

const live = ['PLANNED', 'IN_PROGRESS'] as const satisfies readonly StoredStatus[];

/** Whether a mitigation still answers its risk: planned or under way, overdue or not. */
export const isLive = (status: StoredStatus): boolean => live.some((each) => each === status);

type StoredMeasure = { readonly status: StoredStatus; readonly createdAt: Date; readonly updatedAt: Date };

/**
 * Whether the measures of a risk have failed: all were cancelled, or the finished ones did not suffice for a level that requires an answer.
 * Measures added since the last one ended are the new answer, and more may be added.
 */
export function isLeftWithoutMeasures(measures: readonly StoredMeasure[], needsAnswer: boolean): boolean {
  const isEnded = ({ status }: StoredMeasure): boolean => status === 'CANCELLED' || (status === 'DONE' && needsAnswer);
  const ended = measures.filter(isEnded);
  const lastEnd = Math.max(...ended.map(({ updatedAt }) => updatedAt.getTime()));
  return ended.length > 0 && measures.every((each) => isEnded(each) || each.createdAt.getTime() > lastEnd);
}

/** The status that people see: live work past its due date is overdue. */
export const shownStatus = (status: StoredStatus, dueOn: Date, today: Date): ShownStatus =>
  isLive(status) && dueOn < today ? 'OVERDUE' : status;

/** The stored rows that show one of the given statuses on a day. */
export function whereShown(statuses: readonly ShownStatus[], today: Date) {
  return {
    OR: statuses.map((status) => {
      if (status === 'OVERDUE') return { status: { in: [...live] }, dueOn: { lt: today } };
      return isLive(status) ? { status, dueOn: { gte: today } } : { status };
    }),
  };
}
