import { isKeeperOfMembers } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { accountFor } from '../../tenancy/people.ts';
import { grantRole, onPlaceOfMembers, roleToGive } from '../grant.ts';
import { checkDays, checkSubject, dayFields, roleFields, SUBJECT_MAX } from '../membership.inputs.ts';
import { MembershipPayload } from '../membership.payload.ts';

const AddMemberInput = builder.inputType('AddMemberInput', {
  description: 'สมาชิกใหม่ของหน่วยงานหรือของส่วนกลาง · A new member of an agency, or of the city.',
  fields: (t) => ({
    ...roleFields(t),
    subject: t.string({
      required: true,
      description: `รหัสผู้ใช้ในระบบยืนยันตัวตนของผู้ดูแลระบบเอง ไม่เกิน ${SUBJECT_MAX} ตัวอักษร · Subject (\`sub\`) of the person’s tokens, at the identity provider at which the administrator signed in; at most ${SUBJECT_MAX} characters.`,
    }),
    name: t.string({
      description: `ชื่อที่แสดง ไม่เกิน ${NAME_MAX} ตัวอักษร ใช้เมื่อทะเบียนยังไม่รู้จักผู้นี้ · Name shown, at most ${NAME_MAX} characters, for somebody whom the registry does not know yet; their subject when absent.`,
    }),
    ...dayFields(t),
  }),
});

act({
  name: 'addMember',
  description:
    'เพิ่มสมาชิกและให้บทบาท มีผลภายใน 10 วินาที · Gives a person a role, by the subject of their tokens; in force within 10 seconds, or from its first day on.',
  by: isKeeperOfMembers,
  on: onPlaceOfMembers,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'มีบทบาทนั้นอยู่แล้ว หรือวันที่ผ่านมาแล้ว · the role is held already, days gone by',
  },
  input: AddMemberInput,
  payload: MembershipPayload,
  work: async (input, tx) => {
    const check = new Check();
    const subject = checkSubject(check, input.subject);
    const name = check.optionalText('name', input.name, { max: NAME_MAX });
    checkDays(check, input);
    const role = await roleToGive(tx, check, input);
    check.refuse();
    const account = await accountFor(tx, { subject, name: name ?? subject });
    if (account.disabled) check.add('subject', 'บัญชีนี้ถูกระงับ', 'This account is disabled.');
    check.refuse();
    const { startsOn, endsOn } = input;
    const { id } = await grantRole(tx, { ...role, accountId: account.id, startsOn, endsOn });
    return { membershipId: id };
  },
});
