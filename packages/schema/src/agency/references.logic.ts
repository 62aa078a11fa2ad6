import type { FieldProblem } from '../base/message.logic.ts';

/** What refers to a unit or position, by its name and how many there are. */
export type Reference = { readonly th: string; readonly en: string; readonly count: number };

/** Why something cannot be removed: one problem for each kind of thing that refers to it. */
export const referenceProblems = (field: string, references: readonly Reference[]): FieldProblem[] =>
  references
    .filter(({ count }) => count > 0)
    .map(({ th, en, count }) => ({
      field,
      message: {
        th: `ยังมี${th}อ้างถึงอยู่ ${count} รายการ โปรดย้ายไปที่อื่นก่อน`,
        en: `${count} ${en} still refer to it: move them elsewhere first.`,
      },
    }));
