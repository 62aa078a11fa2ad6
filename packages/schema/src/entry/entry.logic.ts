import type { EntryStatus } from '@registry/prisma/generated/client/enums.ts';
import { actsOpen, type Lifecycle } from '../lifecycle/lifecycle.logic.ts';

export type EntryStatusName = EntryStatus;
export type EntryAct = 'RECORD' | 'PUBLISH' | 'CORRECT';

/**
 * Entries of the integrity year: an editor writes, an approver confirms, and whatever was confirmed stays to be seen while it is corrected
 * (docs/decisions/0058).
 */
export const entryLifecycle: Lifecycle<EntryAct, EntryStatusName> = {
  RECORD: { from: ['DRAFT', 'CORRECTING'], to: 'RECORDED', by: 'APPROVER' },
  PUBLISH: { from: ['RECORDED'], to: 'PUBLISHED', by: 'APPROVER' },
  CORRECT: { from: ['IMPORTED', 'RECORDED', 'PUBLISHED'], to: 'CORRECTING', by: 'APPROVER' },
};

/** The statuses in which an entry is written. */
const writtenAt: readonly EntryStatusName[] = ['DRAFT', 'CORRECTING'];

export const isEntryWritten = (status: EntryStatusName): boolean => writtenAt.includes(status);

/** What the holder of these roles can do with an entry of a status. */
export const entryActsOpen = (status: EntryStatusName, roles: readonly string[]): EntryAct[] =>
  actsOpen(entryLifecycle, status, roles);

type Published = { readonly status: EntryStatusName; readonly publishedOn: Date | null };

/** Whether an entry can be read where its agency published it: also while it is corrected, which changes nothing of the page. SQL: app.is_entry_published. */
export const isEntryPublished = ({ status, publishedOn }: Published): boolean =>
  publishedOn !== null && (status === 'PUBLISHED' || status === 'CORRECTING');
