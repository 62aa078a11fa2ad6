import { isKeeperOfMembers } from '../../access/access.rules.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { RoleEnum } from '../../graphql/enums.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { endMembershipAt } from '../end-membership-at.ts';
import { memberships, openMembership, requireChangeable } from '../find-membership.ts';
import { grantRole, requireReach } from '../grant.ts';
import { checkDays, membershipAtVersion } from '../membership.inputs.ts';
import { MembershipPayload } from '../membership.payload.ts';

const ChangeMemberInput = builder.inputType('ChangeMemberInput', {
  description:
    'การเปลี่ยนบทบาทหรือช่วงวันของสมาชิก ช่องที่ไม่ระบุคงเดิม · Another role or other days; what is absent stays as it is.',
  fields: (t) => ({
    ...membershipAtVersion(t),
    role: t.field({
      type: RoleEnum,
      description:
        'บทบาทใหม่ในที่เดิม สมาชิกภาพเดิมสิ้นสุดและเริ่มสมาชิกภาพใหม่ · The new role at the same place: this membership ends, and the payload is the one that begins.',
    }),
    startsOn: t.field({
      type: 'Date',
      description: 'ตั้งแต่วันที่ เปลี่ยนได้ก่อนเริ่ม · First day; it may be changed until it has come.',
    }),
    endsOn: t.field({ type: 'Date', description: 'ถึงวันที่ · Last day; null for no end.' }),
  }),
});

act({
  name: 'changeMember',
  description:
    'เปลี่ยนบทบาทหรือช่วงวันของสมาชิก มีผลภายใน 10 วินาที · Changes the role of a member, or its days; in force within 10 seconds.',
  by: isKeeperOfMembers,
  on: onWhen(memberships, requireChangeable),
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT:
      'เป็นผู้ดูแลระบบคนสุดท้าย เริ่มไปแล้ว หรือเป็นของกุญแจบริการ · the last administrator, begun already, of a service key',
    ILLEGAL_TRANSITION: 'สิ้นสุดแล้ว · ended',
  },
  input: ChangeMemberInput,
  payload: MembershipPayload,
  work: async ({ membershipId: { id }, expectedVersion, role, ...given }, tx) => {
    const found = await openMembership(tx, id);
    requireChangeable(found, tx.context);
    const { accountId, agencyId, ...held } = found;
    const check = new Check();
    checkDays(check, given);
    const hasBegun = !held.startsOn || held.startsOn <= todayInBangkok();
    if (!role && given.startsOn !== undefined && hasBegun)
      check.add('startsOn', 'เริ่มไปแล้ว จึงเปลี่ยนวันเริ่มไม่ได้', 'It has begun: its first day stays.');
    const endsOn = given.endsOn === undefined ? held.endsOn : given.endsOn;
    const startsOn = given.startsOn === undefined ? held.startsOn : given.startsOn;
    check.inOrder('startsOn', startsOn, 'endsOn', endsOn);
    check.refuse();
    if (role && role !== held.role) {
      const other = requireReach(tx, role, agencyId);
      await endMembershipAt(tx, { id, expectedVersion });
      const days = { startsOn: hasBegun ? given.startsOn : startsOn, endsOn };
      const begun = await grantRole(tx, { ...days, accountId, agencyId, role: other });
      return { membershipId: begun.id };
    }
    await requireVersion(
      tx.db.membership.updateMany({
        where: { id, version: expectedVersion },
        data: { startsOn, endsOn, version: { increment: 1 } },
      }),
    );
    return { membershipId: id };
  },
});
