import type { QuerySharing } from '@registry/prisma/generated/client/enums.ts';
import type { Check } from '../graphql/inputs/check.ts';

/** A city role belongs to no agency that it could share with. */
export function checkSharing(check: Check, sharedWith: QuerySharing, agencyId: string | null): QuerySharing {
  if (sharedWith === 'OWN_AGENCY' && agencyId === null)
    check.add(
      'sharedWith',
      'บทบาทส่วนกลางไม่สังกัดหน่วยงาน โปรดแบ่งปันให้ ศปท.กทม. หรือทุกหน่วยงาน',
      'A city role belongs to no agency: share with the centre or with all agencies.',
    );
  return sharedWith;
}
