import { isImported } from '../lifecycle/imported.logic.ts';
import type { RecordState } from '../lifecycle/lifecycle.logic.ts';

/** Whether the projects of a plan run: not before it is disclosed, nor after it is closed. Amending it stops none of them. */
export const isRunning = ({ status, isAmendment }: RecordState): boolean =>
  isAmendment || status === 'IMPORTED' || status === 'APPROVED' || status === 'PUBLISHED';

/** Whether its agency owes reports here: nobody promised any by publishing a document that was then imported. */
export const owesReports = (plan: RecordState): boolean => isRunning(plan) && !isImported(plan);
