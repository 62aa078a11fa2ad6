import { isKeeperOfMembers } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { requireUnrevoked, serviceKeyFor, serviceKeys } from '../find-service-key.ts';
import { serviceKeyAtVersion } from '../service-key.inputs.ts';
import { ServiceKeyPayload } from '../service-key.payload.ts';

const RevokeServiceKeyInput = builder.inputType('RevokeServiceKeyInput', {
  description: 'การเพิกถอนกุญแจบริการ · The revocation of a service key.',
  fields: (t) => ({
    ...serviceKeyAtVersion(t),
    reason: t.string({
      required: true,
      description:
        'เหตุผล เก็บไว้ในประวัติการแก้ไข ไม่เกิน 4,000 ตัวอักษร · Why; kept in the audit trail, at most 4,000 characters.',
    }),
  }),
});

act({
  name: 'revokeServiceKey',
  description:
    'เพิกถอนกุญแจบริการทันที มีผลทุกที่ภายใน 10 วินาที · Revokes a service key at once: it is refused everywhere within 10 seconds, open sockets included, and for ever.',
  by: isKeeperOfMembers,
  on: onWhen(serviceKeys, requireUnrevoked),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'เพิกถอนแล้ว · revoked already' },
  input: RevokeServiceKeyInput,
  payload: ServiceKeyPayload,
  reason: ({ reason }) => reason,
  work: async ({ serviceKeyId: { id }, expectedVersion, reason }, tx) => {
    const { accountId } = await serviceKeyFor(tx, id, requireUnrevoked);
    const check = new Check();
    check.text('reason', reason, { max: TEXT_MAX });
    check.refuse();
    const now = new Date();
    await requireVersion(
      tx.db.serviceKey.updateMany({
        where: { id, version: expectedVersion },
        data: { revokedAt: now, revokedById: tx.accountId, version: { increment: 1 } },
      }),
    );
    await tx.db.membership.updateMany({
      where: { accountId, endedAt: null },
      data: { endedAt: now, endedById: tx.accountId, version: { increment: 1 } },
    });
    return { serviceKeyId: id };
  },
});
