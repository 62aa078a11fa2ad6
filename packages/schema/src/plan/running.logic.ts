import { isInForce, type RecordState } from '../lifecycle/lifecycle.logic.ts';
import { isImported } from '../lifecycle/record/imported.logic.ts';

/** Whether the projects of a plan run: as long as it is in force, also while it is amended. */
export const isRunning = isInForce;

/** Whether its agency owes reports here: a plan that was only imported promised none. */
export const owesReports = (plan: RecordState & { readonly isImported: boolean }): boolean =>
  isRunning(plan) && !isImported(plan);
