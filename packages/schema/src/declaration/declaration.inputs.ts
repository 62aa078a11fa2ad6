import type { InputShapeFromFields } from '@pothos/core';
import { Position } from '../agency/agency.type.ts';
import { isPage } from '../base/web-address.logic.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { idOf, requireOne } from '../graphql/inputs/references.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { DeclarationForm, YearBasis } from './declaration.enums.ts';

/** What a draft may say from the beginning, and an edit change. */
export const declarationContent = (t: InputFieldBuilder) => ({
  form: t.field({
    type: DeclarationForm,
    description:
      'นโยบายหรือมาตรการ หากไม่ระบุ ตามเรื่องที่ประกาศ · A policy or a measure; what its kind usually is unless it is given.',
  }),
  yearBasis: t.field({
    type: YearBasis,
    description: 'ชนิดปี หากไม่ระบุเป็นปีงบประมาณ · Which kind of year; a fiscal year unless it is given.',
  }),
  titleEn: t.string({ description: 'ชื่อภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · Title in English, at most 500 characters.' }),
  textTh: t.string({
    description: 'ข้อความโดยย่อ ไม่เกิน 4,000 ตัวอักษร · What it says, in short, in Thai; at most 4,000 characters.',
  }),
  textEn: t.string({
    description: 'ข้อความโดยย่อภาษาอังกฤษ · What it says, in short, in English; at most 4,000 characters.',
  }),
  textAddress: t.string({
    description:
      'ที่อยู่เว็บของตัวบท ขึ้นต้นด้วย https:// หรือ http:// ไม่เกิน 500 ตัวอักษร · Address of the whole text: https:// or http://, at most 500 characters.',
  }),
  signatoryId: t.globalID({
    for: Position,
    description: 'ตำแหน่งผู้ลงนามในหน่วยงานเดียวกัน · Position that signed it, of the same agency.',
  }),
  signedOn: t.field({ type: 'Date', description: 'วันที่ลงนาม ไม่หลังวันนี้ · Date of signature, not after today.' }),
  noteTh: t.string({ description: 'หมายเหตุ ไม่เกิน 4,000 ตัวอักษร · Note, at most 4,000 characters.' }),
});

type Content = InputShapeFromFields<ReturnType<typeof declarationContent>>;

/** The content of a declaration, checked and normalised; what is not given stays undefined. */
export function contentOf(check: Check, input: Content) {
  const textAddress = check.optionalText('textAddress', input.textAddress, { max: NAME_MAX });
  if (textAddress && !isPage(textAddress))
    check.add(
      'textAddress',
      'textAddress ต้องเป็นที่อยู่เว็บ ขึ้นต้นด้วย https:// หรือ http://',
      'textAddress is the address of a page: https:// or http://, without name and password.',
    );
  check.notInFuture('signedOn', input.signedOn);
  return {
    form: check.required('form', input.form),
    yearBasis: check.required('yearBasis', input.yearBasis),
    titleEn: check.optionalText('titleEn', input.titleEn, { max: NAME_MAX }),
    textTh: check.optionalText('textTh', input.textTh, { max: TEXT_MAX }),
    textEn: check.optionalText('textEn', input.textEn, { max: TEXT_MAX }),
    textAddress,
    signatoryId: idOf(input.signatoryId),
    signedOn: input.signedOn,
    noteTh: check.optionalText('noteTh', input.noteTh, { max: TEXT_MAX }),
  };
}

/** Refuses a signatory that the agency does not have; another agency's position is as unknown as one that does not exist. */
export const requireSignatory = (db: ScopedDb, id: string | null | undefined) =>
  requireOne('signatoryId', id, (wanted) => db.position.findUnique({ where: { id: wanted }, select: { id: true } }));
