import { textProblems } from '../base/text.logic.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import {
  type MethodDraft,
  type MethodProblem,
  type MethodScales,
  methodProblem,
  type RiskScaleAxisName,
} from './method-draft.logic.ts';

const STEPS_MIN = 2;
const STEPS_MAX = most.stepsOfScale;

const axes: readonly { axis: RiskScaleAxisName; size: keyof MethodScales; th: string; en: string }[] = [
  { axis: 'LIKELIHOOD', size: 'likelihoodMax', th: 'โอกาส', en: 'likelihood' },
  { axis: 'IMPACT', size: 'impactMax', th: 'ผลกระทบ', en: 'impact' },
];

const isSize = (steps: number): boolean => Number.isInteger(steps) && STEPS_MIN <= steps && steps <= STEPS_MAX;

export const areSizes = ({ likelihoodMax, impactMax }: MethodScales): boolean =>
  isSize(likelihoodMax) && isSize(impactMax);

/** What is wrong with the two scales: their sizes, and steps that are missing, described twice or outside. */
export const scaleProblems = (draft: MethodDraft): MethodProblem[] => [
  ...axes.flatMap(({ axis, size, th, en }) =>
    isSize(draft[size])
      ? stepProblems(draft, axis, draft[size], { th, en })
      : [
          methodProblem('SCALE_SIZE', size, {
            th: `จำนวนขั้นของ${th}ต้องเป็นจำนวนเต็มตั้งแต่ ${STEPS_MIN} ถึง ${STEPS_MAX}`,
            en: `The ${en} scale must have from ${STEPS_MIN} to ${STEPS_MAX} steps.`,
          }),
        ],
  ),
  ...draft.scalePoints.flatMap(({ labelTh, labelEn, meaningTh }, index) =>
    [
      ...textProblems(`scalePoints[${index}].labelTh`, labelTh, { max: 100 }),
      ...textProblems(`scalePoints[${index}].labelEn`, labelEn, { max: 100 }),
      ...textProblems(`scalePoints[${index}].meaningTh`, meaningTh, { max: 1000 }),
    ].map(({ field, message }) => methodProblem('TEXT', field, message)),
  ),
];

function stepProblems(
  { scalePoints }: MethodDraft,
  axis: RiskScaleAxisName,
  steps: number,
  { th, en }: { th: string; en: string },
): MethodProblem[] {
  const problems: MethodProblem[] = [];
  const missing = new Set(Array.from({ length: steps }, (_step, index) => index + 1));
  for (const [index, point] of scalePoints.entries()) {
    if (point.axis !== axis || missing.delete(point.value)) continue;
    const field = `scalePoints[${index}].value`;
    const isStep = Number.isInteger(point.value) && 1 <= point.value && point.value <= steps;
    problems.push(
      isStep
        ? methodProblem('SCALE_POINT_TWICE', field, {
            th: `ขั้นที่ ${point.value} ของ${th}มีคำอธิบายซ้ำ โปรดเหลือไว้รายการเดียว`,
            en: `Step ${point.value} of the ${en} scale is described twice: keep one.`,
          })
        : methodProblem('SCALE_POINT_OUTSIDE', field, {
            th: `${th}มีขั้นที่ 1 ถึง ${steps} จึงไม่มีขั้นที่ ${point.value}`,
            en: `The ${en} scale runs from 1 to ${steps}; it has no step ${point.value}.`,
          }),
    );
  }
  return [
    ...problems,
    ...[...missing].map((value) =>
      methodProblem('SCALE_POINT_MISSING', 'scalePoints', {
        th: `โปรดอธิบายขั้นที่ ${value} ของ${th}`,
        en: `Describe step ${value} of the ${en} scale.`,
      }),
    ),
  ];
}
