import type { InputShapeFromFields } from '@pothos/core';
import { Position } from '../../agency/agency.type.ts';
import type { InputFieldBuilder } from '../../graphql/inputs/input-field-builder.ts';
import { AnnouncementKind, SignerCapacity } from './announcement.enums.ts';

/** The longest number of a paper, in characters. */
export const NUMBER_MAX = 100;

/**
 * What the announcement of an order or edition consists of. All of it is required: a missing part is reported with the source of the rule.
 */
export const announcementFields = (t: InputFieldBuilder) => ({
  announcementKind: t.field({ type: AnnouncementKind, description: 'ชนิดหนังสือ · Kind of the paper; needed.' }),
  announcementNo: t.string({
    description: `เลขที่ ไม่เกิน ${NUMBER_MAX} ตัวอักษร · Number, at most ${NUMBER_MAX} characters; needed.`,
  }),
  announcementAddress: t.string({
    description:
      'ที่อยู่ที่อ่านประกาศได้ เช่น ที่อยู่เว็บ ไม่เกิน 500 ตัวอักษร · Where it is read, for example the address of a page, at most 500 characters; needed.',
  }),
  signedByPositionId: t.globalID({ for: Position, description: 'ตำแหน่งผู้ลงนาม · Position that signed it; needed.' }),
  signerCapacity: t.field({
    type: SignerCapacity,
    description:
      'ฐานะผู้ลงนาม การแทนต้องมีบันทึก · Capacity in which it is signed; needed, and acting for another position has to be on record.',
  }),
});

export type AnnouncementInput = InputShapeFromFields<ReturnType<typeof announcementFields>>;
