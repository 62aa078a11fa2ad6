import type { RecordStatusName } from '../lifecycle/lifecycle.logic.ts';

/** Whether the projects of a plan run: a plan that is being drafted or examined is not carried out. */
export const isRunning = (status: RecordStatusName): boolean => status === 'APPROVED' || status === 'PUBLISHED';
