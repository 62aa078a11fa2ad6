import type { DelegationOrderStatus, ProjectStatus, RecordStatus } from '@registry/prisma/generated/client/enums.ts';

/** Life cycles, one readable table for each kind of record (docs/decisions/0006): act, from where, to where, and who does it. */

export type Doer = 'EDITOR' | 'APPROVER' | 'CENTRE';

type Move<Status extends string> = {
  readonly from: readonly Status[];
  readonly to: Status;
  /** Where it leads instead for what has been disclosed before and is being amended. */
  readonly toOfAmendment?: Status;
  readonly by: Doer;
};

export type Lifecycle<Act extends string, Status extends string> = Readonly<Record<Act, Move<Status>>>;

export type RecordStatusName = RecordStatus;
export type RecordAct = 'SUBMIT' | 'RETURN' | 'REVISE' | 'APPROVE' | 'PUBLISH' | 'AMEND' | 'CLOSE';

/**
 * Where a record stands. It is an amendment from AMEND until the centre approves it again, and is disclosed all the while as it was before
 * (docs/decisions/0024); the database derives that.
 */
export type RecordState = { readonly status: RecordStatusName; readonly isAmendment: boolean };

/** Plans, SWOT analyses and risk registers. An editor (or approver) drafts; nobody approves their own submission. */
export const recordLifecycle: Lifecycle<RecordAct, RecordStatusName> = {
  SUBMIT: { from: ['DRAFT', 'AMENDING'], to: 'SUBMITTED', by: 'APPROVER' },
  RETURN: { from: ['SUBMITTED'], to: 'RETURNED', by: 'CENTRE' },
  REVISE: { from: ['RETURNED'], to: 'DRAFT', toOfAmendment: 'AMENDING', by: 'EDITOR' },
  APPROVE: { from: ['SUBMITTED'], to: 'APPROVED', by: 'CENTRE' },
  PUBLISH: { from: ['APPROVED'], to: 'PUBLISHED', by: 'APPROVER' },
  AMEND: { from: ['IMPORTED', 'APPROVED', 'PUBLISHED'], to: 'AMENDING', by: 'APPROVER' },
  CLOSE: { from: ['PUBLISHED'], to: 'CLOSED', by: 'APPROVER' },
};

export type ProjectStatusName = ProjectStatus;
export type ProjectAct = 'START' | 'COMPLETE' | 'CANCEL' | 'LEAVE_UNFINISHED';

/** Projects, while their plan runs. A project that was not finished in its years is NOT_DONE, with a reason. */
export const projectLifecycle: Lifecycle<ProjectAct, ProjectStatusName> = {
  START: { from: ['PLANNED'], to: 'IN_PROGRESS', by: 'EDITOR' },
  COMPLETE: { from: ['IN_PROGRESS'], to: 'DONE', by: 'EDITOR' },
  CANCEL: { from: ['PLANNED', 'IN_PROGRESS'], to: 'CANCELLED', by: 'APPROVER' },
  LEAVE_UNFINISHED: { from: ['PLANNED', 'IN_PROGRESS'], to: 'NOT_DONE', by: 'APPROVER' },
};

export type OrderAct = 'ISSUE' | 'REVOKE' | 'SUPERSEDE';

/** Delegation orders. IN_FORCE and EXPIRED are ISSUED seen on a day, by the dates of the order. */
export const orderLifecycle: Lifecycle<OrderAct, DelegationOrderStatus> = {
  ISSUE: { from: ['DRAFT'], to: 'ISSUED', by: 'APPROVER' },
  REVOKE: { from: ['ISSUED'], to: 'REVOKED', by: 'APPROVER' },
  SUPERSEDE: { from: ['ISSUED'], to: 'SUPERSEDED', by: 'APPROVER' },
};

/** Where an act leads from a status; null when it does not exist there. */
export const destination = <Act extends string, Status extends string>(
  lifecycle: Lifecycle<Act, Status>,
  act: Act,
  status: Status,
  isAmendment = false,
): Status | null => {
  const { from, to, toOfAmendment = to } = lifecycle[act];
  if (!from.includes(status)) return null;
  return isAmendment ? toOfAmendment : to;
};

/** What the holder of these roles can do with a record of a status. */
export const actsOpen = <Act extends string, Status extends string>(
  lifecycle: Lifecycle<Act, Status>,
  status: Status,
  doers: readonly string[],
): Act[] => {
  const acts: Act[] = [];
  for (const act in lifecycle) {
    const { from, by } = lifecycle[act];
    const mayDo = doers.includes(by) || (by === 'EDITOR' && doers.includes('APPROVER'));
    if (mayDo && from.includes(status)) acts.push(act);
  }
  return acts;
};

/** The statuses in which content is written; a returned record is taken back first. */
export const writtenAt: RecordStatusName[] = ['DRAFT', 'AMENDING'];

export const isWritten = (status: RecordStatusName): boolean => writtenAt.includes(status);

/**
 * Whether analysts read it, too, and the city's figures include it: from its import or approval until it is closed. Amending changes
 * nothing.
 */
export const isInForce = ({ status, isAmendment }: RecordState): boolean =>
  isAmendment || status === 'IMPORTED' || status === 'APPROVED' || status === 'PUBLISHED';

/**
 * What happens in the course of the year (assessments, progress, acceptance) goes on unless the centre examines the record for the first time
 * or it is closed: what the city counts on goes on while the next edition is examined.
 */
export const isInUse = ({ status, isAmendment }: RecordState): boolean =>
  isAmendment || (status !== 'SUBMITTED' && status !== 'CLOSED');

/** The same as a condition on records. */
export const inUse = {
  OR: [{ isAmendment: true }, { status: { notIn: ['SUBMITTED', 'CLOSED'] } }],
} satisfies { OR: [{ isAmendment: boolean }, { status: { notIn: RecordStatusName[] } }] };
