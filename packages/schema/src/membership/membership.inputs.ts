import { todayInBangkok } from '../base/today.logic.ts';
import { RoleEnum } from '../graphql/enums.ts';
import { atVersion } from '../graphql/inputs/at-version.ts';
import type { Check } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { OWN_SUBJECTS } from '../tenancy/sign-in.ts';
import type { Days } from './grant.ts';
import { Membership } from './membership.type.ts';

/** The longest subject of a token (OpenID Connect Core 2). */
export const SUBJECT_MAX = 255;

/** The role that is given, and where. */
export const roleFields = (t: InputFieldBuilder) => ({
  agencyCode: t.string({
    description:
      'รหัสหน่วยงาน ไม่ระบุ = หน่วยงานของผู้ดูแลระบบ หรือบทบาทส่วนกลาง · Code of the agency; when absent the own agency, and for an administrator of the city a role of the city.',
  }),
  role: t.field({
    type: RoleEnum,
    required: true,
    description:
      'บทบาทที่ให้ ผู้ดูแลระบบของหน่วยงานให้บทบาทในหน่วยงานของตน ผู้ดูแลระบบส่วนกลางให้บทบาทส่วนกลางและผู้ดูแลระบบของหน่วยงาน · The role: an administrator of an agency gives those of its agency, one of the city those of the city, and in an agency AGENCY_ADMIN alone. PUBLIC is nobody’s.',
  }),
});

/** From when until when a role is held. */
export const dayFields = (t: InputFieldBuilder) => ({
  startsOn: t.field({
    type: 'Date',
    description: 'ตั้งแต่วันที่ ไม่ระบุ = ทันที · First day, in Bangkok; at once when absent. Not in the past.',
  }),
  endsOn: t.field({
    type: 'Date',
    description: 'ถึงวันที่ ไม่ระบุ = ไม่มีกำหนด · Last day, in Bangkok; no end when absent. Not in the past.',
  }),
});

/** Roles are given for days to come. */
export function checkDays(check: Check, { startsOn, endsOn }: Days): void {
  const today = todayInBangkok();
  for (const [field, day] of Object.entries({ startsOn, endsOn }))
    if (day && day < today) check.add(field, `${field} ต้องไม่เป็นวันที่ผ่านมาแล้ว`, `${field} must not be in the past.`);
  check.inOrder('startsOn', startsOn, 'endsOn', endsOn);
}

/** The subject of a person's tokens; those of the registry's own accounts are nobody's. */
export function checkSubject(check: Check, given: string): string {
  const subject = check.text('subject', given, { max: SUBJECT_MAX });
  if (subject.startsWith(OWN_SUBJECTS))
    check.add('subject', 'รหัสผู้ใช้นี้เป็นของระบบทะเบียนเอง', 'This subject is one of the registry itself.');
  return subject;
}

/** Which membership an act is about, at the version that its user saw. */
export const membershipAtVersion = (t: InputFieldBuilder) => ({
  membershipId: t.globalID({ for: Membership, required: true, description: 'สมาชิกภาพ · The membership.' }),
  ...atVersion(t, 'membership'),
});
