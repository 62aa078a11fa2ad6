import { enumOf, storedEnum } from '../graphql/enums.ts';
import type { InvitationState } from './membership.logic.ts';
import type { ServiceKeyState } from './service-key.logic.ts';

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

export const ServiceKeyStatus = enumOf<ServiceKeyState>(
  'ServiceKeyStatus',
  'สถานะของกุญแจบริการ · State of a service key.',
  {
    ACTIVE: 'ใช้ได้ · Its secret works.',
    IN_GRACE:
      'ใช้ได้ทั้งกุญแจใหม่และกุญแจก่อนหมุนเวียน · It works, and so does the secret from before it was rotated, until `formerUntil`.',
    UNKEPT:
      'ผู้รับผิดชอบไม่มีอำนาจแล้ว ใช้ไม่ได้จนกว่าผู้ดูแลระบบคนอื่นหมุนเวียนกุญแจ · Whoever answers for it may no longer give its role: it is refused until another administrator rotates it, and so takes it over.',
    EXPIRED: 'พ้นกำหนด · Expired: its last day is over.',
    REVOKED: 'เพิกถอนแล้ว · Revoked, or its role has ended.',
  },
);
