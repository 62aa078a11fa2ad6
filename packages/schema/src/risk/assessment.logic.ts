/** Statuses of a register in which its risks may be assessed: not while the centre examines it, nor after it is closed. */
export const assessableStatuses = ['DRAFT', 'RETURNED', 'APPROVED', 'PUBLISHED'] as const;

export const isAssessable = (status: string): boolean => assessableStatuses.some((each) => each === status);
