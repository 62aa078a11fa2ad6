import { isKeeperOfMembers } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { onPlaceOfMembers, roleToGive } from '../grant.ts';
import { InviteMemberPayload, newCodes } from '../invitation.payload.ts';
import { hashOfCode, newCode } from '../invitation-code.ts';
import { checkDays, dayFields, roleFields } from '../membership.inputs.ts';

/** For how many days an invitation may be accepted: a rule of the registry's own, which the database holds, too. */
const DAYS_MAX = 14;
const DAYS_USUAL = 7;
const DAY_MS = 86_400_000;

const InviteMemberInput = builder.inputType('InviteMemberInput', {
  description: 'คำเชิญเป็นสมาชิก · An invitation of somebody whose subject the administrator need not know.',
  fields: (t) => ({
    ...roleFields(t),
    name: t.string({
      required: true,
      description: `ชื่อผู้รับเชิญที่จะแสดงแก่เพื่อนร่วมงาน ไม่เกิน ${NAME_MAX} ตัวอักษร · Name of whoever is invited, as colleagues will see it; at most ${NAME_MAX} characters.`,
    }),
    ...dayFields(t),
    daysOpen: t.int({
      description: `รับได้ภายในกี่วัน 1 ถึง ${DAYS_MAX} (หลักเกณฑ์ของทะเบียน) ไม่ระบุ = ${DAYS_USUAL} · For how many days it may be accepted, from 1 to ${DAYS_MAX} (a rule of the registry); ${DAYS_USUAL} when absent.`,
    }),
  }),
});

act({
  name: 'inviteMember',
  description:
    'เชิญผู้ที่ยังไม่ได้เป็นสมาชิก แสดงรหัสครั้งเดียว · Invites somebody to a role, with a code that is shown once: whoever signs in and gives it takes the role.',
  by: isKeeperOfMembers,
  on: onPlaceOfMembers,
  errors: { NOT_FOUND: true, INVALID_INPUT: 'หน่วยงานปิดแล้ว · agency closed' },
  input: InviteMemberInput,
  payload: InviteMemberPayload,
  work: async ({ startsOn = null, endsOn = null, ...input }, tx) => {
    const check = new Check();
    const name = check.text('name', input.name, { max: NAME_MAX });
    const days = check.within('daysOpen', input.daysOpen ?? DAYS_USUAL, 1, DAYS_MAX);
    checkDays(check, { startsOn, endsOn });
    const role = await roleToGive(tx, check, input);
    check.refuse();
    const code = newCode();
    const createdAt = new Date();
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    const { id } = await tx.db.invitation.create({
      data: {
        ...role,
        name,
        startsOn,
        endsOn,
        createdAt,
        expiresAt,
        codeHash: hashOfCode(code),
        invitedById: tx.accountId,
      },
      select: { id: true },
    });
    newCodes(tx.context).set(id, code);
    return { invitationId: id };
  },
});
