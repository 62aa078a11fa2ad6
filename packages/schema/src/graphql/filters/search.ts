import { invalidInput } from '../../base/errors.ts';
import { soughtIn } from '../../base/sought-text.logic.ts';
import { textFault } from '../../base/text.logic.ts';
import { FOUND, Found } from '../../tenancy/sql-builder/found.ts';
import type { Where } from './where.logic.ts';

/** Which rows of a model are found: by the words of whichever models, as a condition on each. */
export type Searched = (wordsOf: (model: string) => Where, model: string) => Where;

export const byOwnWords: Searched = (wordsOf, model) => wordsOf(model);

/** The rows that a search finds; null where its text holds no word. Its length is checked with all other sizes, before anything is read. */
export function searchedRows(text: string, model: string, searched: Searched): Where | null {
  const fault = textFault(text);
  if (fault) throw invalidInput({ field: 'search', message: fault });
  const sought = soughtIn(text);
  if (sought.runs.length === 0) return null;
  return searched((each) => ({ [FOUND]: new Found(each, sought) }), model);
}
