import type { GraphQLResolveInfo } from 'graphql';
import { forbidden, type RegistryError, unauthenticated } from '../base/errors.ts';
import type { Message } from '../base/message.logic.ts';
import type { Role } from '../base/viewer.logic.ts';
import type { Context } from '../tenancy/context.ts';
import { type Rule, rule } from './shield.ts';
import { refusalThroughKey } from './through-key.ts';

type Check = (context: Context) => true | RegistryError;

const named = (name: string, check: Check) =>
  rule(name, { cache: 'no_cache' })((_parent: unknown, _args: unknown, context: Context, _info: GraphQLResolveInfo) =>
    check(context),
  );

const audiences = new WeakMap<Rule, Message>();
const checks = new WeakMap<Rule, Check>();

/** A rule of acts, and who it lets act: every mutation's description says so. */
function forActs(name: string, audience: Message, check: Check): Rule {
  const made = named(name, check);
  audiences.set(made, audience);
  checks.set(made, check);
  return made;
}

/** Why a rule of acts refuses the viewer, or the key through which they ask; null when both let them act. */
export function refusalBy(by: Rule, context: Context): RegistryError | null {
  const check = checks.get(by);
  if (!check) throw new Error('An act is for those whom a rule of acts names (access.rules.ts).');
  const answer = refusalThroughKey(context) ?? check(context);
  return answer === true ? null : answer;
}

/** Whom a rule lets act: "For editors and approvers of the agency". */
export function audienceOf(by: Rule): Message {
  const audience = audiences.get(by);
  if (!audience) throw new Error('An act is for those whom a rule of acts names (access.rules.ts).');
  return audience;
}

const holds = (context: Context, ...roles: readonly Role[]) =>
  roles.some((role) => context.viewer.roles.includes(role));

const refuse = ({ viewer }: Context, th: string, en: string): RegistryError =>
  viewer.account ? forbidden(th, en) : unauthenticated();

const readsRecords: Check = (context) =>
  context.viewer.agency !== null || holds(context, 'CENTRE', 'ANALYST')
    ? true
    : refuse(context, 'บทบาทนี้ไม่มีสิทธิดูข้อมูลของหน่วยงาน', 'This role does not read the records of agencies.');

/** Members of the agency in which the account acts, the centre and analysts: they may read plans, risks and orders. */
export const isReaderOfRecords = named('isReaderOfRecords', readsRecords);

/** The same, who may keep questions about what they read. */
export const isKeeperOfQueries = forActs(
  'isKeeperOfQueries',
  { th: 'สำหรับทุกบทบาทที่อ่านข้อมูลของหน่วยงานได้', en: 'For all who read the records of agencies' },
  readsRecords,
);

/** The same, and the auditor: they may read who ran which saved query. */
export const isReaderOfRuns = named('isReaderOfRuns', (context) =>
  holds(context, 'AUDITOR') ? true : readsRecords(context),
);

/** The anti-corruption centre and analysts: they may ask across all agencies. */
export const isReaderAcrossAgencies = named('isReaderAcrossAgencies', (context) =>
  holds(context, 'CENTRE', 'ANALYST')
    ? true
    : refuse(
        context,
        'เฉพาะ ศปท.กทม. และนักวิเคราะห์',
        'Only the anti-corruption centre and analysts ask across agencies.',
      ),
);

/** Editors and approvers of the agency in which the account acts: they may change its records. */
export const isEditorOfAgency = forActs(
  'isEditorOfAgency',
  { th: 'สำหรับผู้จัดทำข้อมูลและผู้อนุมัติของหน่วยงาน', en: 'For editors and approvers of the agency' },
  (context) =>
    holds(context, 'EDITOR', 'APPROVER')
      ? true
      : refuse(
          context,
          'เฉพาะผู้จัดทำข้อมูลหรือผู้อนุมัติของหน่วยงาน',
          'Only editors and approvers of the agency change its records.',
        ),
);

/** An approver of the agency in which the account acts: its head or deputy, who speaks for it. */
export const isApproverOfAgency = forActs(
  'isApproverOfAgency',
  { th: 'สำหรับผู้อนุมัติของหน่วยงาน', en: 'For approvers of the agency' },
  (context) =>
    holds(context, 'APPROVER')
      ? true
      : refuse(context, 'เฉพาะผู้อนุมัติของหน่วยงาน', 'Only approvers of the agency do this.'),
);

/** The agency's own administrator: who keeps its units, positions and their powers. */
export const isAdministratorOfAgency = forActs(
  'isAdministratorOfAgency',
  { th: 'สำหรับผู้ดูแลระบบของหน่วยงาน', en: 'For administrators of the agency' },
  (context) =>
    holds(context, 'AGENCY_ADMIN')
      ? true
      : refuse(context, 'เฉพาะผู้ดูแลระบบของหน่วยงาน', 'Only administrators of the agency do this.'),
);

/** The anti-corruption centre: who reviews what agencies submit and keeps the risk library. */
export const isCentre = forActs('isCentre', { th: 'สำหรับ ศปท.กทม.', en: 'For the centre' }, (context) =>
  holds(context, 'CENTRE') ? true : refuse(context, 'เฉพาะ ศปท.กทม.', 'Only the anti-corruption centre does this.'),
);

/** The city's administrator: who keeps reference data. */
export const isCityAdministrator = forActs(
  'isCityAdministrator',
  { th: 'สำหรับผู้ดูแลระบบส่วนกลาง', en: 'For administrators of the city' },
  (context) =>
    holds(context, 'CITY_ADMIN')
      ? true
      : refuse(context, 'เฉพาะผู้ดูแลระบบส่วนกลาง', 'Only administrators of the city do this.'),
);

/** Whoever sets targets: an approver those of the agency, the city's administrator those of the nation and the city. */
export const isKeeperOfTargets = forActs(
  'isKeeperOfTargets',
  { th: 'สำหรับผู้อนุมัติของหน่วยงาน และผู้ดูแลระบบส่วนกลาง', en: 'For approvers of the agency, and administrators of the city' },
  (context) =>
    holds(context, 'APPROVER', 'CITY_ADMIN')
      ? true
      : refuse(
          context,
          'เฉพาะผู้อนุมัติของหน่วยงานและผู้ดูแลระบบส่วนกลาง',
          'Only approvers of the agency and administrators of the city set targets.',
        ),
);

/** Administrators, of the agency in which the account acts or of the city: who keeps who holds which role there. */
export const isKeeperOfMembers = forActs(
  'isKeeperOfMembers',
  { th: 'สำหรับผู้ดูแลระบบของหน่วยงานและส่วนกลาง', en: 'For administrators of the agency and of the city' },
  (context) =>
    holds(context, 'AGENCY_ADMIN', 'CITY_ADMIN')
      ? true
      : refuse(
          context,
          'เฉพาะผู้ดูแลระบบของหน่วยงานและส่วนกลาง',
          'Only administrators of the agency and of the city do this.',
        ),
);

/** Members of the agency in which the account acts, and administrators of the city: they may see people. */
export const isReaderOfPeople = named('isReaderOfPeople', (context) =>
  context.viewer.agency !== null || holds(context, 'CITY_ADMIN')
    ? true
    : refuse(
        context,
        'เฉพาะสมาชิกของหน่วยงานและผู้ดูแลระบบส่วนกลาง',
        'Only members of an agency and administrators of the city see people.',
      ),
);

/** Whoever has signed in, whether or not the registry knows them. */
export const hasSignedIn = forActs(
  'hasSignedIn',
  {
    th: 'สำหรับผู้ที่ลงชื่อเข้าใช้ แม้ทะเบียนยังไม่รู้จัก',
    en: 'For whoever has signed in, also when the registry does not know them yet',
  },
  ({ identity }) => (identity ? true : unauthenticated()),
);

/** Those who write an agency's records, its administrator, and the auditor: they may read the history of its records. */
export const isReaderOfHistory = named('isReaderOfHistory', (context) =>
  holds(context, 'EDITOR', 'APPROVER', 'AGENCY_ADMIN', 'AUDITOR')
    ? true
    : refuse(
        context,
        'เฉพาะผู้จัดทำข้อมูล ผู้อนุมัติ ผู้ดูแลระบบของหน่วยงาน และผู้ตรวจสอบ',
        'Only editors, approvers, administrators and auditors read the history.',
      ),
);
