import { hasSignedIn } from '../../access/access.rules.ts';
import { invalidInput, notFound, RegistryError } from '../../base/errors.ts';
import { actOfAnybody } from '../../graphql/acts/act-of-anybody.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { refusalIn } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { acceptInvitation } from '../../tenancy/people.ts';
import { AcceptInvitationPayload } from '../accepted.payload.ts';
import { hashOfCode } from '../invitation-code.ts';

/** The longest code, however it is written. */
const CODE_MAX = 200;

const AcceptInvitationInput = builder.inputType('AcceptInvitationInput', {
  description: 'รหัสคำเชิญ · The code of an invitation.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: `รหัสที่ผู้ดูแลระบบมอบให้ ไม่เกิน ${CODE_MAX} ตัวอักษร · The code that the administrator handed over, at most ${CODE_MAX} characters; blanks and hyphens do not matter.`,
    }),
  }),
});

const noSuchCode = (): never => {
  throw notFound('code');
};

/** What is wrong with the role to which a code invites is wrong with the code: nothing else was given. */
function aboutTheCode(error: unknown): unknown {
  const refusal = refusalIn(error);
  return refusal instanceof RegistryError && refusal.code === 'INVALID_INPUT'
    ? invalidInput(...refusal.fields.map((problem) => ({ ...problem, field: 'code' })))
    : refusal;
}

actOfAnybody({
  name: 'acceptInvitation',
  description:
    'รับคำเชิญด้วยรหัส ผูกบัญชีในระบบยืนยันตัวตนกับทะเบียน · Accepts an invitation by its code: whoever signed in has the role from now on, and an account when they had none.',
  by: hasSignedIn,
  on: onCity,
  errors: {
    NOT_FOUND:
      'ไม่มีคำเชิญที่ยังรับได้ด้วยรหัสนี้ · no invitation that can be accepted has this code: wrong, used, withdrawn and expired ones are alike',
    INVALID_INPUT: 'มีบทบาทนั้นอยู่แล้ว · the role is held already',
  },
  input: AcceptInvitationInput,
  payload: AcceptInvitationPayload,
  work: async ({ code }, { context, request }) => {
    const check = new Check();
    check.text('code', code, { max: CODE_MAX });
    check.refuse();
    try {
      return await acceptInvitation(context, hashOfCode(code), { request, refuse: noSuchCode });
    } catch (error) {
      throw aboutTheCode(error);
    }
  },
});
