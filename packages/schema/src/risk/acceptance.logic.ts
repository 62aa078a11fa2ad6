import { isAbove, type RiskLevelName } from '../method/level.logic.ts';

export type AcceptanceRecord = { readonly level: RiskLevelName; readonly acceptedOn: Date; readonly expiresOn: Date };

/** Whether an acceptance holds on a day for a risk of a level: it froze the level that was accepted, so a risk that rose above it is not covered. */
export const coversRisk = (
  { level, acceptedOn, expiresOn }: AcceptanceRecord,
  current: RiskLevelName,
  day: Date,
): boolean => acceptedOn <= day && day <= expiresOn && !isAbove(current, level);
