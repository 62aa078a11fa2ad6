export type StoredStatus = 'PLANNED' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED';
export type ShownStatus = StoredStatus | 'OVERDUE';

export const shownStatuses: readonly ShownStatus[] = ['PLANNED', 'IN_PROGRESS', 'OVERDUE', 'DONE', 'CANCELLED'];

const live: readonly StoredStatus[] = ['PLANNED', 'IN_PROGRESS'];

/** The status that people see: live work past its due date is overdue. */
export const shownStatus = (status: StoredStatus, dueOn: Date, today: Date): ShownStatus =>
  live.includes(status) && dueOn < today ? 'OVERDUE' : status;

/** The stored rows that show one of the given statuses on a day. */
export function whereShown(statuses: readonly ShownStatus[], today: Date) {
  return {
    OR: statuses.map((status) => {
      if (status === 'OVERDUE') return { status: { in: [...live] }, dueOn: { lt: today } };
      return live.includes(status) ? { status, dueOn: { gte: today } } : { status };
    }),
  };
}
