import type { LevelDraft, MethodDraft, ScoreBandDraft } from './method-draft.logic.ts';

export const level = (name: string, isAcceptable: boolean): LevelDraft => ({
  level: name,
  labelTh: 'ระดับ',
  labelEn: 'Level',
  colour: '#2e9e4f',
  isAcceptable,
  needsPlan: !isAcceptable,
});

export const scalePoints = (likelihoodMax: number, impactMax: number): MethodDraft['scalePoints'] => {
  const point = { labelTh: 'ขั้น', labelEn: 'Step', meaningTh: 'ความหมาย' };
  return [
    ...Array.from({ length: likelihoodMax }, (_, i) => ({ axis: 'LIKELIHOOD' as const, value: i + 1, ...point })),
    ...Array.from({ length: impactMax }, (_, i) => ({ axis: 'IMPACT' as const, value: i + 1, ...point })),
  ];
};

export const bands: readonly ScoreBandDraft[] = [
  { level: 'LOW', scoreFrom: 1, scoreTo: 2 },
  { level: 'MEDIUM', scoreFrom: 3, scoreTo: 4 },
  { level: 'HIGH', scoreFrom: 5, scoreTo: 9 },
];

export const levels = [level('LOW', true), level('MEDIUM', true), level('HIGH', false)];

/** A method of 3 x 3 that lacks nothing. */
export const complete: MethodDraft = {
  version: '3x3-2570',
  titleTh: 'ตารางความเสี่ยง ๓ x ๓',
  titleEn: 'Risk matrix 3 x 3',
  likelihoodMax: 3,
  impactMax: 3,
  levels,
  scalePoints: scalePoints(3, 3),
  scoreBands: bands,
};
