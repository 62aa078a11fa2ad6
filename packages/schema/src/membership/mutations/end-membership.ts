import { isKeeperOfMembers } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { endMembershipAt } from '../end-membership-at.ts';
import { endingMemberships, requireEndable, requireMayEnd } from '../find-membership.ts';
import { membershipAtVersion } from '../membership.inputs.ts';
import { MembershipPayload } from '../membership.payload.ts';

const EndMembershipInput = builder.inputType('EndMembershipInput', {
  description: 'การสิ้นสุดของสมาชิกภาพ · The end of a membership, at once; what the member did stays theirs.',
  fields: (t) => ({
    ...membershipAtVersion(t),
    reason: t.string({
      description:
        'เหตุผล เก็บไว้ในประวัติการแก้ไข ไม่เกิน 4,000 ตัวอักษร · Why; kept in the audit trail, at most 4,000 characters.',
    }),
  }),
});

act({
  name: 'endMembership',
  description:
    'ให้สมาชิกภาพสิ้นสุดทันที มีผลทุกที่ภายใน 10 วินาที · Ends a membership: the role is gone everywhere within 10 seconds, open sockets included. Administrators may give up their own.',
  by: isKeeperOfMembers,
  on: onWhen(endingMemberships, requireEndable),
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'เป็นผู้ดูแลระบบคนสุดท้าย · the last administrator',
    ILLEGAL_TRANSITION: 'สิ้นสุดแล้ว · ended',
  },
  input: EndMembershipInput,
  payload: MembershipPayload,
  reason: ({ reason }) => reason,
  work: async ({ membershipId: { id }, expectedVersion, reason }, tx) => {
    await requireMayEnd(tx, id);
    const check = new Check();
    check.optionalText('reason', reason, { max: TEXT_MAX });
    check.refuse();
    await endMembershipAt(tx, { id, expectedVersion });
    return { membershipId: id };
  },
});
