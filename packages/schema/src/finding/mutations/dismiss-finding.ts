import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { findingAtVersion } from '../finding.inputs.ts';
import { FindingPayload } from '../finding.payload.ts';
import { onOpenFinding, requireOpen, stateOf } from '../open-finding.ts';

const DismissInput = builder.inputType('DismissFindingInput', {
  description: 'การยุติข้อสังเกต · Dismissal of a finding.',
  fields: (t) => ({
    ...findingAtVersion(t),
    reason: t.string({
      required: true,
      description:
        'เหตุผลที่ยุติ (ศปท.กทม. อ่านได้ด้วย) · Why nothing has to be done about it, at most 4,000 characters; the centre reads it too.',
    }),
  }),
});

act({
  name: 'dismissFinding',
  bulk: 'dismissFindings',
  description: `ยุติข้อสังเกตพร้อมเหตุผล · Dismisses a finding with a reason; it stays dismissed for as long as it is true.`,
  by: isApproverOfAgency,
  on: onOpenFinding,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: DismissInput,
  payload: FindingPayload,
  reason: ({ reason }) => reason,
  work: async (input, { db, accountId }) => {
    const { id } = input.findingId;
    requireOpen(await stateOf(db, id));
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
