import type { InputShapeFromFields } from '@pothos/core';
import { isEvidenceUrl } from '../base/web-address.logic.ts';
import type { Check } from '../graphql/inputs/check.ts';
import { NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';

/** What is known of a submission besides what was sent and when. */
export const submissionFields = (t: InputFieldBuilder) => ({
  receiptNo: t.string({ description: 'เลขรับจากระบบ · Receipt number of the system; at most 500 characters.' }),
  address: t.string({ description: 'ที่อยู่เว็บของรายการในระบบ (https) · Address of the entry in the system, https only.' }),
  noteTh: t.string({ description: 'หมายเหตุ · Note; at most 4,000 characters.' }),
});

type Given = InputShapeFromFields<ReturnType<typeof submissionFields>>;

/** The same, checked; what is not given stays undefined. */
export function submissionOf(check: Check, { receiptNo, address, noteTh }: Given) {
  const columns = {
    receiptNo: check.optionalText('receiptNo', receiptNo, { max: NAME_MAX }),
    address: check.optionalText('address', address, { max: TEXT_MAX }),
    noteTh: check.optionalText('noteTh', noteTh, { max: TEXT_MAX }),
  };
  if (columns.address && !isEvidenceUrl(columns.address))
    check.add('address', 'ที่อยู่เว็บต้องขึ้นต้นด้วย https://', 'An address is an https:// address without name and password.');
  return columns;
}
