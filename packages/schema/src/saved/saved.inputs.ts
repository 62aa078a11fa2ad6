import { builder } from '../graphql/builder.ts';
import { atVersion } from '../graphql/inputs/at-version.ts';
import { DOCUMENT_MAX } from '../graphql/inputs/given-text.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { SavedQuery } from './saved-query.type.ts';

export const FOLDER_MAX = 100;

export const savedQueryId = (t: InputFieldBuilder) =>
  t.globalID({ for: SavedQuery, required: true, description: 'คำถามที่บันทึกไว้ · The saved query.' });

/** Which saved query an act is about, at the version that its user saw. */
export const savedQueryAtVersion = (t: InputFieldBuilder) => ({
  savedQueryId: savedQueryId(t),
  ...atVersion(t, 'saved query'),
});

export const SavedQueryActInput = builder.inputType('SavedQueryActInput', {
  description: 'คำถามที่บันทึกไว้ รุ่นที่ผู้ใช้เห็น · A saved query, at the version that the user saw.',
  fields: savedQueryAtVersion,
});

export const FavouriteQueryInput = builder.inputType('FavouriteQueryInput', {
  description: 'คำถามที่บันทึกไว้ · A saved query.',
  fields: (t) => ({ savedQueryId: savedQueryId(t) }),
});

const LETTERS = DOCUMENT_MAX.toLocaleString('en');

export const documentFields = (t: InputFieldBuilder) => ({
  document: t.string({
    required: true,
    description: `ข้อความของคำถาม หนึ่งคำสั่ง (ไม่เกิน ${LETTERS} ตัวอักษร) · The GraphQL document, at most ${LETTERS} characters: one query, no mutation and no subscription, that does not run another saved query.`,
  }),
  variables: t.field({
    type: 'JSON',
    description: 'ค่าตัวแปรที่ใช้เมื่อรันโดยไม่ระบุค่าอื่น · Values of the variables by their names, for runs that give no others.',
  }),
});

export const titleFields = (t: InputFieldBuilder) => ({
  titleTh: t.string({
    required: true,
    description: 'ชื่อภาษาไทย (ไม่เกิน 500 ตัวอักษร) · Title in Thai, at most 500 characters.',
  }),
  titleEn: t.string({ description: 'ชื่อภาษาอังกฤษ · Title in English, at most 500 characters.' }),
});

export const folderField = (t: InputFieldBuilder) =>
  t.string({
    description: `แฟ้มที่เจ้าของจัดเก็บ (ไม่เกิน ${FOLDER_MAX} ตัวอักษร) ว่าง = ไม่อยู่ในแฟ้มใด · The folder in which its owner keeps it, at most ${FOLDER_MAX} characters; null for none.`,
  });
