import { textProblems } from '../base/text.logic.ts';
import { isAbove, isRiskLevel, levelTh, riskLevels } from './level.logic.ts';
import { type LevelDraft, type MethodProblem, methodProblem } from './method-draft.logic.ts';

const colourFormat = /^#[0-9a-f]{6}$/i;

export const unknownLevel = (field: string, level: string): MethodProblem =>
  methodProblem('LEVEL_UNKNOWN', field, {
    th: `ไม่มีระดับ ${levelTh(level)} ให้ใช้ ${riskLevels.map(levelTh).join(' ')}`,
    en: `There is no level ${level}: use ${riskLevels.join(', ')}.`,
  });

/** What is wrong with the descriptions of the levels, each by itself and as an order. */
export const levelProblems = (levels: readonly LevelDraft[]): MethodProblem[] => [
  ...levels.flatMap((level, index) => descriptionProblems(level, `levels[${index}]`)),
  ...levels.flatMap(({ level }, index) =>
    levels.findIndex((other) => other.level === level) < index
      ? [
          methodProblem('LEVEL_TWICE', `levels[${index}].level`, {
            th: `ระดับ${levelTh(level)} มีคำอธิบายซ้ำ โปรดเหลือไว้รายการเดียว`,
            en: `Level ${level} is described twice: keep one.`,
          }),
        ]
      : [],
  ),
  ...acceptanceProblems(levels),
];

const descriptionProblems = (
  { level, labelTh, labelEn, colour, isAcceptable, needsPlan }: LevelDraft,
  path: string,
): MethodProblem[] => [
  ...(isRiskLevel(level) ? [] : [unknownLevel(`${path}.level`, level)]),
  ...[
    ...textProblems(`${path}.labelTh`, labelTh, { max: 100 }),
    ...textProblems(`${path}.labelEn`, labelEn, { max: 100 }),
  ].map(({ field, message }) => methodProblem('TEXT', field, message)),
  ...(colourFormat.test(colour)
    ? []
    : [
        methodProblem('COLOUR', `${path}.colour`, {
          th: `สีของระดับ${levelTh(level)} ต้องเขียนแบบ #rrggbb เช่น #2e9e4f`,
          en: `Write the colour of level ${level} as #rrggbb, for example #2e9e4f.`,
        }),
      ]),
  ...(isAcceptable && needsPlan
    ? [
        methodProblem('ACCEPTABLE_NEEDS_PLAN', `${path}.needsPlan`, {
          th: `ระดับ${levelTh(level)} ยอมรับได้ จึงต้องไม่บังคับให้มีมาตรการ`,
          en: `Level ${level} is acceptable, so it cannot need a plan.`,
        }),
      ]
    : []),
];

function acceptanceProblems(levels: readonly LevelDraft[]): MethodProblem[] {
  return levels.flatMap((higher, index) => {
    if (!higher.isAcceptable) return [];
    const lower = levels.find((other) => !other.isAcceptable && isAbove(higher.level, other.level));
    if (lower === undefined) return [];
    return [
      methodProblem('ACCEPTABLE_ABOVE_UNACCEPTABLE', `levels[${index}].isAcceptable`, {
        th: `ระดับ${levelTh(higher.level)} ยอมรับได้ แต่ระดับ${levelTh(lower.level)} ซึ่งต่ำกว่ากลับยอมรับไม่ได้`,
        en: `Level ${higher.level} is acceptable although the lower level ${lower.level} is not.`,
      }),
    ];
  });
}
