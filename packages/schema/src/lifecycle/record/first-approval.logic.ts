/**
 * What the registry's own rules ask of a plan begins with the period in which the centre first approved it: before that, an agency had promised it
 * nothing, least of all in the years of a document that was imported. Amending a plan, or approving it again, changes nothing about that.
 */
export const isOwedFrom = (firstApprovedOn: Date | null, periodEndsOn: Date): boolean =>
  firstApprovedOn === null || firstApprovedOn <= periodEndsOn;
