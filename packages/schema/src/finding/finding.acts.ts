import { isApproverOfAgency } from '../access/access.rules.ts';
import { illegalTransition, notFound } from '../base/errors.ts';
import { act } from '../graphql/acts/act.ts';
import { builder } from '../graphql/builder.ts';
import { atVersion } from '../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../graphql/inputs/check.ts';
import { requireVersion } from '../tenancy/act-transaction.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { FindingPayload } from './finding.payload.ts';
import { Finding } from './finding.type.ts';
import { type FindingStateName, findingStateOf } from './finding-state.logic.ts';

const findingId = 'ข้อสังเกต · The finding.';

const DismissInput = builder.inputType('DismissFindingInput', {
  description: 'การยุติข้อสังเกต · Dismissal of a finding.',
  fields: (t) => ({
    findingId: t.globalID({ for: Finding, required: true, description: findingId }),
    ...atVersion(t, 'finding'),
    reason: t.string({
      required: true,
      description:
        'เหตุผลที่ยุติ (ศปท.กทม. อ่านได้ด้วย) · Why nothing has to be done about it, at most 4,000 characters; the centre reads it too.',
    }),
  }),
});

const ReopenInput = builder.inputType('ReopenFindingInput', {
  description: 'การนำข้อสังเกตที่ยุติแล้วกลับมา · Reopening of a closed finding.',
  fields: (t) => ({
    findingId: t.globalID({ for: Finding, required: true, description: findingId }),
    ...atVersion(t, 'finding'),
  }),
});

async function stateOf(db: ScopedDb, id: string): Promise<FindingStateName> {
  const finding = await db.finding.findUnique({ where: { id }, select: { dismissedAt: true, closedAs: true } });
  if (!finding) throw notFound('findingId');
  return findingStateOf(finding);
}

act({
  name: 'dismissFinding',
  bulk: 'dismissFindings',
  description: `ยุติข้อสังเกตพร้อมเหตุผล · Dismisses a finding with a reason; it stays dismissed for as long as it is true.`,
  by: isApproverOfAgency,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: DismissInput,
  payload: FindingPayload,
  reason: ({ reason }) => reason,
  work: async (input, { db, accountId }) => {
    const { id } = input.findingId;
    const state = await stateOf(db, id);
    if (state !== 'OPEN') throw illegalTransition(state, 'ข้อสังเกตนี้ยุติไปแล้ว', 'The finding has been closed already.');
    const check = new Check();
    const reason = check.text('reason', input.reason, { max: TEXT_MAX });
    check.refuse();
    await requireVersion(
      db.finding.updateMany({
        where: { id, version: input.expectedVersion },
        data: {
          dismissalReason: reason,
          dismissedAt: new Date(),
          dismissedById: accountId,
          version: { increment: 1 },
        },
      }),
    );
    return { findingId: id };
  },
});

act({
  name: 'reopenFinding',
  description: `นำข้อสังเกตที่ยุติแล้วกลับมาพิจารณา · Reopens a finding that was dismissed, acknowledged or resolved.`,
  by: isApproverOfAgency,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: ReopenInput,
  payload: FindingPayload,
  work: async (input, { db }) => {
    const { id } = input.findingId;
    if ((await stateOf(db, id)) === 'OPEN') throw illegalTransition('OPEN', 'ข้อสังเกตนี้ยังไม่ยุติ', 'The finding is open.');
    await requireVersion(
      db.finding.updateMany({
        where: { id, version: input.expectedVersion },
        data: {
          closedAs: null,
          resolvedInId: null,
          dismissalReason: null,
          dismissedAt: null,
          dismissedById: null,
          version: { increment: 1 },
        },
      }),
    );
    return { findingId: id };
  },
});
