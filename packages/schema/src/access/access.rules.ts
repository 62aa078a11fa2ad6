import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../core/context.ts';
import { forbidden, type RegistryError, unauthenticated } from '../core/errors.ts';
import type { Role } from '../core/viewer.logic.ts';
import { rule } from './shield.ts';

type Check = (context: Context) => true | RegistryError;

const named = (name: string, check: Check) =>
  rule(name, { cache: 'no_cache' })((_parent: unknown, _args: unknown, context: Context, _info: GraphQLResolveInfo) =>
    check(context),
  );

const holds = (context: Context, ...roles: readonly Role[]) =>
  roles.some((role) => context.viewer.roles.includes(role));

const refuse = ({ viewer }: Context, th: string, en: string): RegistryError =>
  viewer.account ? forbidden(th, en) : unauthenticated();

/** A member of the agency in which the account acts, or the centre, or an analyst: who may read plans, risks and orders at all. */
export const isReaderOfRecords = named('isReaderOfRecords', (context) =>
  context.viewer.agency !== null || holds(context, 'CENTRE', 'ANALYST')
    ? true
    : refuse(context, 'บทบาทนี้ไม่มีสิทธิดูข้อมูลของหน่วยงาน', 'This role does not read the records of agencies.'),
);

/** The anti-corruption centre or an analyst: who may ask across all agencies. */
export const isReaderAcrossAgencies = named('isReaderAcrossAgencies', (context) =>
  holds(context, 'CENTRE', 'ANALYST')
    ? true
    : refuse(
        context,
        'เฉพาะ ศปท.กทม. และนักวิเคราะห์',
        'Only the anti-corruption centre and analysts ask across agencies.',
      ),
);

/** An editor or approver of the agency in which the account acts: who may change its records. */
export const isEditorOfAgency = named('isEditorOfAgency', (context) =>
  holds(context, 'EDITOR', 'APPROVER')
    ? true
    : refuse(context, 'เฉพาะผู้จัดทำหรือผู้อนุมัติของหน่วยงาน', 'Only editors and approvers of the agency change its records.'),
);
