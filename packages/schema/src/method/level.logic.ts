import { namesIn } from '../base/meaning.logic.ts';

/** The levels of risk from the lowest to the highest; a method uses some or all of them, in this order. */
export const riskLevels = ['LOW', 'MEDIUM', 'HIGH', 'EXTREME'] as const;

export type RiskLevelName = (typeof riskLevels)[number];

/** What each level means; the enums of levels say it, and sentences say its beginning. */
export const levelMeanings: Readonly<Record<RiskLevelName, string>> = {
  LOW: 'ต่ำ · Low.',
  MEDIUM: 'ปานกลาง · Medium.',
  HIGH: 'สูง · High.',
  EXTREME: 'สูงมาก · Extreme.',
};

export const isRiskLevel = (text: string): text is RiskLevelName => riskLevels.some((level) => level === text);

/** The place of a level in the order, from 0. */
export const rankOf = (level: RiskLevelName): number => riskLevels.indexOf(level);

/** Whether one level lies above another; false for a text that is no level. */
export const isAbove = (higher: string, lower: string): boolean =>
  isRiskLevel(higher) && isRiskLevel(lower) && rankOf(higher) > rankOf(lower);

/** Whether a level requires an answer, by measures or by an acceptance, according to its method. */
export const needsAnswer = ({
  needsPlan,
  isAcceptable,
}: {
  readonly needsPlan: boolean;
  readonly isAcceptable: boolean;
}): boolean => needsPlan || !isAcceptable;

/** What Thai readers call a level; a text that is no level stands in quotes. */
export const levelTh = (level: string): string =>
  isRiskLevel(level) ? namesIn(levelMeanings[level]).th : `"${level}"`;
