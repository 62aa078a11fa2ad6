import { act } from '../core/act.ts';
import { builder } from '../core/builder.ts';
import { Check, TEXT_MAX } from '../core/check.ts';
import { illegalTransition, notFound } from '../core/errors.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { claim } from '../tenancy/write.ts';
import { Finding } from './finding.type.ts';

const FindingPayload = builder.objectRef<{ findingId: string }>('FindingPayload').implement({
  description: 'ข้อสังเกตหลังการเปลี่ยนแปลง · The finding after the change.',
  fields: (t) => ({
    finding: t.prismaField({
      type: Finding,
      description: 'ข้อสังเกต · The finding.',
      resolve: (query, { findingId }, _args, context) =>
        agencyDb(context).finding.findUniqueOrThrow({ ...query, where: { id: findingId } }),
    }),
  }),
});

const findingId = 'ข้อสังเกต · The finding.';
const expectedVersion = 'รุ่นที่ผู้ใช้เห็น · `version` of the finding as the user saw it; CONFLICT when it has changed since.';

const DismissInput = builder.inputType('DismissFindingInput', {
  description: 'การตัดข้อสังเกตออก · Dismissal of a finding.',
  fields: (t) => ({
    findingId: t.globalID({ for: Finding, required: true, description: findingId }),
    expectedVersion: t.int({ required: true, description: expectedVersion }),
    reason: t.string({
      required: true,
      description:
        'เหตุผล ซึ่ง ศปท.กทม. เห็นด้วย · Why nothing has to be done about it, at most 4,000 characters; the centre reads it too.',
    }),
  }),
});

const ReopenInput = builder.inputType('ReopenFindingInput', {
  description: 'การนำข้อสังเกตที่ตัดออกกลับมา · Reopening of a dismissed finding.',
  fields: (t) => ({
    findingId: t.globalID({ for: Finding, required: true, description: findingId }),
    expectedVersion: t.int({ required: true, description: expectedVersion }),
  }),
});

async function isDismissed(db: ScopedDb, id: string): Promise<boolean> {
  const finding = await db.finding.findUnique({ where: { id }, select: { dismissedAt: true } });
  if (!finding) throw notFound('findingId');
  return finding.dismissedAt !== null;
}

const errors = 'Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, INVALID_INPUT, ILLEGAL_TRANSITION.';

act({
  name: 'dismissFinding',
  bulk: 'dismissFindings',
  description: `ตัดข้อสังเกตออกพร้อมเหตุผล · Dismisses a finding with a reason; it stays dismissed for as long as it is true. For approvers of the agency. ${errors}`,
  input: DismissInput,
  payload: FindingPayload,
  reason: ({ reason }) => reason,
  work: async (input, { db, accountId }) => {
    const { id } = input.findingId;
    if (await isDismissed(db, id))
      throw illegalTransition('DISMISSED', 'ข้อสังเกตนี้ถูกตัดออกไปแล้ว', 'The finding has been dismissed already.');
    const check = new Check();
    const reason = check.text('reason', input.reason, { max: TEXT_MAX });
    check.refuse();
    await claim(
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
  description: `นำข้อสังเกตที่ตัดออกกลับมาพิจารณา · Reopens a dismissed finding. For approvers of the agency. ${errors}`,
  input: ReopenInput,
  payload: FindingPayload,
  work: async (input, { db }) => {
    const { id } = input.findingId;
    if (!(await isDismissed(db, id)))
      throw illegalTransition('OPEN', 'ข้อสังเกตนี้ยังไม่ได้ถูกตัดออก', 'The finding has not been dismissed.');
    await claim(
      db.finding.updateMany({
        where: { id, version: input.expectedVersion },
        data: { dismissalReason: null, dismissedAt: null, dismissedById: null, version: { increment: 1 } },
      }),
    );
    return { findingId: id };
  },
});
