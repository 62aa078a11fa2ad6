import { isAbove, levelTh } from './level.logic.ts';
import { type LevelPlacement, type MethodProblem, methodProblem } from './method-draft.logic.ts';

/** Levels rise with the score or, given cell by cell, with either scale: a worse place never has a lower level. */
export const orderProblems = ({ scoreBands, cells }: LevelPlacement): MethodProblem[] => [
  ...falls(scoreBands ?? [], 'scoreBands', (lower, higher) => lower.scoreFrom < higher.scoreFrom),
  ...falls(
    cells ?? [],
    'cells',
    (lower, higher) => lower.likelihood <= higher.likelihood && lower.impact <= higher.impact,
  ),
];

function falls<Entry extends { readonly level: string }>(
  entries: readonly Entry[],
  path: string,
  isBelow: (lower: Entry, higher: Entry) => boolean,
): MethodProblem[] {
  return entries.flatMap((higher, index) => {
    const lower = entries.find(
      (other) => other !== higher && isBelow(other, higher) && isAbove(other.level, higher.level),
    );
    if (lower === undefined) return [];
    return [
      methodProblem('NOT_MONOTONE', `${path}[${index}].level`, {
        th: `ระดับต้องไม่ลดลงเมื่อความเสี่ยงสูงขึ้น แต่ที่นี่เป็น${levelTh(higher.level)} ทั้งที่จุดซึ่งต่ำกว่าเป็น${levelTh(lower.level)}`,
        en: `A level must not fall as risk rises: this is ${higher.level}, although a lower place is ${lower.level}.`,
      }),
    ];
  });
}
