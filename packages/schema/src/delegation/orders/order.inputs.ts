import type { InputShapeFromFields } from '@pothos/core';
import { Position } from '../../agency/agency.type.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import type { InputFieldBuilder } from '../../graphql/inputs/input-field-builder.ts';
import { PowerVerb, ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import { DelegationOrderKind } from '../delegation.enums.ts';
import { DelegationOrder } from './order.type.ts';
import { DelegatedPower } from './power.type.ts';

/** Which order, as the user saw it. */
export const orderAtVersion = (t: InputFieldBuilder) => ({
  orderId: t.globalID({ for: DelegationOrder, required: true, description: 'คำสั่ง · The order.' }),
  ...atVersion(t, 'order', { withParts: true }),
});

const orderNoText =
  'เลขที่คำสั่ง ให้เมื่อลงนาม ไม่ซ้ำในปีปฏิทินเดียวกัน ไม่เกิน 100 ตัวอักษร · Number, given when it is signed, once in a calendar year; at most 100 characters.';

/** By what people call an order. */
export const orderNumber = (t: InputFieldBuilder) => ({
  orderNo: t.string({ description: orderNoText }),
  year: t.int({
    description:
      'ปี พ.ศ. ตามปฏิทินของวันที่ลงนาม เช่น 2569 ไม่ระบุ = ตามวันที่ลงนาม · Calendar year (Buddhist era) of the signature, which gives it when it is absent.',
  }),
});

/** What every order has from the start. */
export const orderHeader = (t: InputFieldBuilder) => ({
  ...orderNumber(t),
  effectiveFrom: t.field({ type: 'Date', required: true, description: 'มีผลตั้งแต่วันที่ · First day in force.' }),
});

export const DelegatedPowerInput = builder.inputType('DelegatedPowerInput', {
  description: 'อำนาจที่มอบหนึ่งรายการ · One line of a draft order; lines are numbered as they are given.',
  fields: (t) => ({
    verb: t.field({ type: PowerVerb, required: true, description: 'อำนาจ · What may be done.' }),
    subjectTh: t.string({
      required: true,
      description: 'เรื่องที่มอบ ไม่เกิน 500 ตัวอักษร · Subject matter, at most 500 characters.',
    }),
    processArea: t.field({ type: ProcessArea, required: true, description: 'กระบวนงาน · Process area.' }),
    delegatorId: t.globalID({ for: Position, required: true, description: 'ผู้มอบอำนาจ · Position that delegates.' }),
    delegateId: t.globalID({ for: Position, required: true, description: 'ผู้รับมอบอำนาจ · Position that receives it.' }),
    ceilingAmount: t.field({ type: 'Decimal', description: 'วงเงิน (บาท) · Ceiling in baht; absent for none.' }),
    conditionsTh: t.string({ description: 'เงื่อนไข ไม่เกิน 4,000 ตัวอักษร · Conditions, at most 4,000 characters.' }),
    subDelegable: t.boolean({
      required: true,
      defaultValue: false,
      description: 'มอบอำนาจต่อได้หรือไม่ · Whether the delegate may pass it on.',
    }),
  }),
});

/** What an order may have from the start or get later, while it is a draft. */
export const orderContentFields = (t: InputFieldBuilder) => ({
  kind: t.field({
    type: DelegationOrderKind,
    description: 'ประเภทคำสั่ง ไม่ระบุในร่างใหม่ = มอบอำนาจ · Kind of the order; a new draft without one is a delegation.',
  }),
  effectiveTo: t.field({ type: 'Date', description: 'มีผลถึงวันที่ · Last day in force; absent while it lasts.' }),
  signedOn: t.field({ type: 'Date', description: 'วันที่ลงนาม · Date of signature; needed before it is issued.' }),
  signedByPositionId: t.globalID({
    for: Position,
    description: 'ตำแหน่งผู้ลงนาม · Position that signed; needed before it is issued.',
  }),
  legalBasisTh: t.string({ description: 'ฐานกฎหมาย ไม่เกิน 4,000 ตัวอักษร · Legal basis, at most 4,000 characters.' }),
  powers: t.field({
    type: [DelegatedPowerInput],
    description: 'อำนาจที่มอบทั้งหมดตามลำดับ (ไม่เกิน 200) · All lines of the order, in order; at most 200.',
  }),
  revokesPowerIds: t.globalIDList({
    for: DelegatedPower,
    description:
      'รายการของคำสั่งอื่นที่จะเพิกถอนเมื่อออก ทั้งหมด (ไม่เกิน 200) · All lines of issued orders that this one takes back when it is issued; at most 200.',
  }),
  supersedesOrderIds: t.globalIDList({
    for: DelegationOrder,
    description:
      'คำสั่งที่จะแทนที่เมื่อออก ทั้งหมด (ไม่เกิน 50) · All issued orders that this one supersedes when it is issued; at most 50.',
  }),
});

export type OrderContentInput = InputShapeFromFields<ReturnType<typeof orderContentFields>>;
