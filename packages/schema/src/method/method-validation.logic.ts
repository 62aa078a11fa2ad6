import { textProblems } from '../base/text.logic.ts';
import { cellProblems } from './cell-validation.logic.ts';
import { levelProblems } from './level-validation.logic.ts';
import { type MethodDraft, type MethodProblem, methodProblem } from './method-draft.logic.ts';
import { areSizes, scaleProblems } from './scale-validation.logic.ts';

/** Everything that is wrong with a proposed method. Cells are checked only on scales of a valid size: otherwise there is no matrix. */
export const methodProblems = (draft: MethodDraft): MethodProblem[] => [
  ...[
    ...textProblems('version', draft.version, { max: 40 }),
    ...textProblems('titleTh', draft.titleTh, { max: 200 }),
    ...textProblems('titleEn', draft.titleEn, { max: 200 }),
  ].map(({ field, message }) => methodProblem('TEXT', field, message)),
  ...scaleProblems(draft),
  ...levelProblems(draft.levels),
  ...(areSizes(draft) ? cellProblems(draft) : []),
];
