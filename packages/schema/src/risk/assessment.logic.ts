/** Statuses of a register in which its risks may be assessed: not while the centre examines it, nor after it is closed. */
export const assessableStatuses = ['DRAFT', 'RETURNED', 'APPROVED', 'PUBLISHED'] as const;

export const isAssessable = (status: string): boolean => assessableStatuses.some((each) => each === status);

export type Scales = { readonly likelihoodMax: number; readonly impactMax: number };

/** Which of the two values lie outside the scales of a method. */
export const outsideScales = (
  values: { likelihood: number; impact: number },
  scales: Scales,
): ('likelihood' | 'impact')[] => [
  ...(values.likelihood < 1 || values.likelihood > scales.likelihoodMax ? (['likelihood'] as const) : []),
  ...(values.impact < 1 || values.impact > scales.impactMax ? (['impact'] as const) : []),
];
