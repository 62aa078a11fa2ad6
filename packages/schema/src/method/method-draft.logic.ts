import type { RiskScaleAxis } from '@registry/prisma/generated/client/enums.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';

export type RiskScaleAxisName = RiskScaleAxis;

export type MethodScales = { readonly likelihoodMax: number; readonly impactMax: number };

/** Levels are plain text here: a draft may also come from a file, where anything can be written. */
export type LevelDraft = {
  readonly level: string;
  readonly labelTh: string;
  readonly labelEn: string;
  readonly colour: string;
  readonly isAcceptable: boolean;
  readonly needsPlan: boolean;
};

export type ScalePointDraft = {
  readonly axis: RiskScaleAxisName;
  readonly value: number;
  readonly labelTh: string;
  readonly labelEn: string;
  readonly meaningTh: string;
};

/** The scores, first and last included, that a method calls by one level. */
export type ScoreBandDraft = { readonly level: string; readonly scoreFrom: number; readonly scoreTo: number };

export type CellDraft = { readonly likelihood: number; readonly impact: number; readonly level: string };

/** How a method gives its cells their levels: by score, or cell by cell. Exactly one of the two is given. */
export type LevelPlacement = {
  readonly scoreBands?: readonly ScoreBandDraft[] | null;
  readonly cells?: readonly CellDraft[] | null;
};

/** A risk method as proposed. */
export type MethodDraft = MethodScales &
  LevelPlacement & {
    readonly version: string;
    readonly titleTh: string;
    readonly titleEn: string;
    readonly levels: readonly LevelDraft[];
    readonly scalePoints: readonly ScalePointDraft[];
  };

export type MethodProblemCode =
  | 'TEXT'
  | 'SCALE_SIZE'
  | 'SCALE_POINT_MISSING'
  | 'SCALE_POINT_TWICE'
  | 'SCALE_POINT_OUTSIDE'
  | 'LEVEL_UNKNOWN'
  | 'LEVEL_TWICE'
  | 'LEVEL_UNUSED'
  | 'LEVEL_NOT_DESCRIBED'
  | 'COLOUR'
  | 'ACCEPTABLE_ABOVE_UNACCEPTABLE'
  | 'ACCEPTABLE_NEEDS_PLAN'
  | 'PLACEMENT_CHOICE'
  | 'BAND_RANGE'
  | 'CELL_OUTSIDE'
  | 'GAP'
  | 'OVERLAP'
  | 'NOT_MONOTONE';

/** One thing that is wrong with a proposed method, named by its path in the proposal. */
export type MethodProblem = FieldProblem & { readonly code: MethodProblemCode };

export const methodProblem = (code: MethodProblemCode, field: string, message: Message): MethodProblem => ({
  code,
  field,
  message,
});
