import type { IndicatorOperator, ProjectKind } from '@registry/prisma/generated/client/enums.ts';
import type { SampleUnitCode } from './structure.ts';

type TwoLanguages = { textTh: string; textEn: string };

type IndicatorTemplate = TwoLanguages & {
  operator: IndicatorOperator;
  threshold: number;
  unit: string;
  unitTh: string;
};

export type ProjectTemplate = {
  dimension: 1 | 2 | 3 | 4;
  mission: string;
  kind: ProjectKind;
  titleTh: string;
  titleEn: string;
  objectivesTh: string;
  objectivesEn: string;
  steps: readonly TwoLanguages[];
  target: TwoLanguages & { headcount: number | null };
  units: readonly SampleUnitCode[];
  years: readonly number[];
  quarters: readonly number[];
  /** Usual budget of a year in baht; null for work that needs none. */
  budget: number | null;
  output: IndicatorTemplate;
  outcome: IndicatorTemplate;
};
