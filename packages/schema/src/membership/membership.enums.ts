import { enumOf, storedEnum } from '../graphql/enums.ts';
import type { InvitationState } from './membership.logic.ts';

export const AccountKind = storedEnum('AccountKind', 'ชนิดของบัญชี · Kind of an account.', {
  PERSON: 'บุคคล · A person.',
  SERVICE: 'ระบบงาน · A service, such as a front end of an agency that acts by itself.',
  DEMO: 'ผู้ใช้สาธิต · A persona for trying the registry; it is nobody.',
});

export const InvitationStatus = enumOf<InvitationState>('InvitationStatus', 'สถานะของคำเชิญ · State of an invitation.', {
  OPEN: 'รอการรับ · Open: its code may be used.',
  ACCEPTED: 'รับแล้ว · Accepted.',
  WITHDRAWN: 'ถอนแล้ว · Withdrawn.',
  EXPIRED: 'พ้นกำหนด · Expired.',
});
