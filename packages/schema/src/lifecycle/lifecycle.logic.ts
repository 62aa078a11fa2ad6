/** Life cycles, one readable table for each kind of record (docs/decisions/0006): act, from where, to where, and who does it. */

export type Doer = 'EDITOR' | 'APPROVER' | 'CENTRE';

type Move<Status extends string> = {
  readonly from: readonly Status[];
  readonly to: Status;
  readonly by: Doer;
};

export type Lifecycle<Act extends string, Status extends string> = Readonly<Record<Act, Move<Status>>>;

export type RecordStatusName = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'PUBLISHED' | 'CLOSED';
export type RecordAct = 'SUBMIT' | 'RETURN' | 'REVISE' | 'APPROVE' | 'PUBLISH' | 'AMEND' | 'CLOSE';

/** Plans, SWOT analyses and risk registers. An editor (or approver) drafts; nobody approves what they submitted. */
export const recordLifecycle: Lifecycle<RecordAct, RecordStatusName> = {
  SUBMIT: { from: ['DRAFT'], to: 'SUBMITTED', by: 'APPROVER' },
  RETURN: { from: ['SUBMITTED'], to: 'RETURNED', by: 'CENTRE' },
  REVISE: { from: ['RETURNED'], to: 'DRAFT', by: 'EDITOR' },
  APPROVE: { from: ['SUBMITTED'], to: 'APPROVED', by: 'CENTRE' },
  PUBLISH: { from: ['APPROVED'], to: 'PUBLISHED', by: 'APPROVER' },
  AMEND: { from: ['APPROVED', 'PUBLISHED'], to: 'DRAFT', by: 'APPROVER' },
  CLOSE: { from: ['PUBLISHED'], to: 'CLOSED', by: 'APPROVER' },
};

export type ProjectStatusName = 'PLANNED' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED';
export type ProjectAct = 'START' | 'COMPLETE' | 'CANCEL';

/** Projects, while their plan is approved or published. */
export const projectLifecycle: Lifecycle<ProjectAct, ProjectStatusName> = {
  START: { from: ['PLANNED'], to: 'IN_PROGRESS', by: 'EDITOR' },
  COMPLETE: { from: ['IN_PROGRESS'], to: 'DONE', by: 'EDITOR' },
  CANCEL: { from: ['PLANNED', 'IN_PROGRESS'], to: 'CANCELLED', by: 'APPROVER' },
};

export type OrderStatusName = 'DRAFT' | 'ISSUED' | 'REVOKED' | 'SUPERSEDED';
export type OrderAct = 'ISSUE' | 'REVOKE' | 'SUPERSEDE';

/** Delegation orders. IN_FORCE and EXPIRED are ISSUED seen on a day, by the dates of the order. */
export const orderLifecycle: Lifecycle<OrderAct, OrderStatusName> = {
  ISSUE: { from: ['DRAFT'], to: 'ISSUED', by: 'APPROVER' },
  REVOKE: { from: ['ISSUED'], to: 'REVOKED', by: 'APPROVER' },
  SUPERSEDE: { from: ['ISSUED'], to: 'SUPERSEDED', by: 'APPROVER' },
};

/** Where an act leads from a status; null when it does not exist there. */
export const destination = <Act extends string, Status extends string>(
  lifecycle: Lifecycle<Act, Status>,
  act: Act,
  status: Status,
): Status | null => (lifecycle[act].from.includes(status) ? lifecycle[act].to : null);

/** What can be done with a record of a status by somebody who holds these roles. */
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

/** Content is written while the agency drafts; a returned record is taken back into draft first. */
export const isDraft = (status: RecordStatusName): boolean => status === 'DRAFT';

/** What happens in the course of the year (assessments, progress, acceptance) goes on unless the centre examines the record or it is closed. */
export const isInUse = (status: RecordStatusName): boolean => !notInUse.includes(status);

/** The statuses in which it does not. */
export const notInUse: RecordStatusName[] = ['SUBMITTED', 'CLOSED'];
