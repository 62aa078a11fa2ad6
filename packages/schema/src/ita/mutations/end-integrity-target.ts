import { isKeeperOfTargets } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { onLastingTarget, requireLasting, requireOwnTarget } from '../target.inputs.ts';
import { IntegrityTargetPayload } from '../target.payload.ts';
import { IntegrityTarget } from '../target.type.ts';

const EndIntegrityTargetInput = builder.inputType('EndIntegrityTargetInput', {
  description: 'การเลิกใช้เป้าหมาย · The end of a target before its last year.',
  fields: (t) => ({
    targetId: t.globalID({ for: IntegrityTarget, required: true, description: 'เป้าหมาย · The target.' }),
    ...atVersion(t, 'target'),
    endedOn: t.field({
      type: 'Date',
      required: true,
      description:
        'วันที่เลิกใช้ ไม่หลังวันนี้ · Day on which it ended, not after today; results after its fiscal year are not measured.',
    }),
    reason: t.string({
      required: true,
      description: 'เหตุที่เลิกใช้ เก็บไว้ในประวัติการแก้ไข · Why it ends; kept in the audit trail.',
    }),
  }),
});

act({
  name: 'endIntegrityTarget',
  description:
    'เลิกใช้เป้าหมายของตนพร้อมเหตุผล ยังอ่านได้ต่อไป · Ends a target of one’s own, for a reason; it stays to be read.',
  by: isKeeperOfTargets,
  on: onLastingTarget,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'เลิกใช้แล้ว · it was ended before' },
  input: EndIntegrityTargetInput,
  payload: IntegrityTargetPayload,
  reason: ({ reason }) => reason,
  work: async ({ targetId: { id }, expectedVersion, endedOn, reason }, tx) => {
    requireLasting(await requireOwnTarget(tx, id));
    const check = new Check();
    check.text('reason', reason, { max: TEXT_MAX });
    check.notInFuture('endedOn', endedOn);
    check.refuse();
    await requireVersion(
      tx.db.integrityTarget.updateMany({
        where: { id, version: expectedVersion, endedOn: null },
        data: { endedOn, version: { increment: 1 } },
      }),
    );
    return { id };
  },
});
