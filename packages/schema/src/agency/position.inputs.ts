import { CODE_MAX } from './agency.type.ts';

/** Descriptions of fields that several inputs have. */
export const fieldTexts = {
  code: `รหัส ไม่ซ้ำในหน่วยงาน ไม่เกิน ${CODE_MAX} ตัวอักษร · Code, unique in the agency; at most ${CODE_MAX} characters.`,
  titleTh: 'ชื่อตำแหน่งภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.',
  titleEn: 'ชื่อตำแหน่งภาษาอังกฤษ · Title in English, at most 500 characters',
  unit: 'ส่วนราชการภายในที่สังกัด · Unit that it belongs to, of the same agency',
  isHead: 'เป็นหัวหน้าหน่วยงาน มีได้ตำแหน่งเดียว · Whether it heads the agency; only one position does.',
};
