import { CODE_MAX } from './agency.type.ts';

/** Descriptions of fields that several inputs have. */
export const fieldTexts = {
  code: `รหัส ไม่ซ้ำในหน่วยงาน ไม่เกิน ${CODE_MAX} ตัวอักษร · Code, unique in the agency; at most ${CODE_MAX} characters`,
  nameTh: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Name in Thai, at most 500 characters',
  nameEn: 'ชื่อภาษาอังกฤษ · Name in English, at most 500 characters',
  parent: 'ส่วนราชการภายในที่อยู่เหนือขึ้นไป · The unit above, of the same agency',
};
