import type { InputShapeFromFields } from '@pothos/core';
import { Position } from '../agency/agency.type.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { requireOne } from '../graphql/inputs/references.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { BenefitKind, GiftOccasion, GiftOutcome, GiftValueBand, GiverKind } from './gift.enums.ts';

/** All that a report says; an edit says all of it anew. */
export const giftContent = (t: InputFieldBuilder) => ({
  positionId: t.globalID({
    for: Position,
    required: true,
    description: 'ตำแหน่งที่รับหรือถูกเสนอ ไม่ใช่ชื่อบุคคล · Position that received it or was offered it, never a person.',
  }),
  offeredOn: t.field({
    type: 'Date',
    required: true,
    description: 'วันที่ถูกเสนอ ไม่หลังวันนี้ · Day of the offer, not after today.',
  }),
  receivedOn: t.field({
    type: 'Date',
    description:
      'วันที่ได้รับ ไม่ก่อนวันที่ถูกเสนอ ไม่ระบุเมื่อปฏิเสธ · Day on which it was received, not before the offer; none where it was refused.',
  }),
  giver: t.field({ type: GiverKind, required: true, description: 'ประเภทผู้ให้ · Kind of giver.' }),
  benefit: t.field({ type: BenefitKind, required: true, description: 'ชนิดของทรัพย์สินหรือประโยชน์ · What it is.' }),
  occasion: t.field({ type: GiftOccasion, required: true, description: 'โอกาส · Occasion.' }),
  valueBand: t.field({ type: GiftValueBand, required: true, description: 'ช่วงมูลค่า · Band of the value.' }),
  outcome: t.field({ type: GiftOutcome, required: true, description: 'การดำเนินการ · What was done with it.' }),
  settledOn: t.field({ type: 'Date', description: 'วันที่ดำเนินการ · Day on which that was done.' }),
});

type Content = InputShapeFromFields<ReturnType<typeof giftContent>>;

/** The columns that a report says. */
export const columnsOf = ({ positionId, receivedOn, settledOn, ...said }: Content) => ({
  positionId: positionId.id,
  offeredOn: said.offeredOn,
  receivedOn: receivedOn ?? null,
  giver: said.giver,
  benefit: said.benefit,
  occasion: said.occasion,
  valueBand: said.valueBand,
  outcome: said.outcome,
  settledOn: settledOn ?? null,
});

/** Refuses a position that the agency does not have. */
export const requirePosition = (db: ScopedDb, id: string) =>
  requireOne('positionId', id, (wanted) => db.position.findUnique({ where: { id: wanted }, select: { id: true } }));
