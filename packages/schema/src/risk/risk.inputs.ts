import type { InputShapeFromFields } from '@pothos/core';
import { Unit } from '../agency/agency.type.ts';
import { DelegatedPower } from '../delegation/orders/power.type.ts';
import { builder } from '../graphql/builder.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { idOf } from '../graphql/inputs/references.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { SwotItem } from '../swot/swot.type.ts';
import { CorruptionType, ProcessArea } from '../taxonomy/taxonomy.enums.ts';
import { ItaArea, RiskFactorKind } from './risk.enums.ts';

/** The most causes, SWOT items and powers of one risk. */
const PARTS_MAX = most.partsOfRisk;
const CODE_MAX = 40;

const RiskCauseInput = builder.inputType('RiskCauseInput', {
  description: 'สาเหตุหนึ่งข้อ · One cause of a risk.',
  fields: (t) => ({
    textTh: t.string({ required: true, description: 'ข้อความภาษาไทย · Text in Thai, at most 4,000 characters.' }),
    textEn: t.string({ description: 'ข้อความภาษาอังกฤษ · Text in English, at most 4,000 characters.' }),
  }),
});

/** What a risk may be given from the start or later. */
export const riskContentFields = (t: InputFieldBuilder) => ({
  titleEn: t.string({ description: 'เหตุการณ์ภาษาอังกฤษ · The event in English, at most 500 characters.' }),
  furtherProcessAreas: t.field({
    type: [ProcessArea],
    description: 'กระบวนงานอื่นที่เกี่ยวข้อง ทั้งรายการ · Further process areas, as the whole list.',
  }),
  corruptionTypes: t.field({
    type: [CorruptionType],
    description:
      'ประเภทการทุจริต ทั้งรายการ · Types of corruption, as the whole list; one at least before it is submitted.',
  }),
  itaArea: t.field({
    type: ItaArea,
    description:
      'ด้านตามแบบประเมินความเสี่ยงการรับสินบน · Area of the bribery form; a bribery risk names one before it is submitted.',
  }),
  factorKind: t.field({ type: RiskFactorKind, description: 'ชนิดของปัจจัยเสี่ยง · Known or unknown factor.' }),
  actorTh: t.string({ description: 'ผู้กระทำที่อาจเกี่ยวข้อง (ตำแหน่ง) · Who might act, in Thai: a role, never a person.' }),
  actorEn: t.string({ description: 'ผู้กระทำภาษาอังกฤษ (ตำแหน่ง) · Who might act, in English: a role, never a person.' }),
  responsibleUnitId: t.globalID({ for: Unit, description: 'ส่วนราชการที่รับผิดชอบ · Responsible unit of the agency.' }),
  noteTh: t.string({ description: 'หมายเหตุ ไม่เกิน 4,000 ตัวอักษร · Note, at most 4,000 characters.' }),
  causes: t.field({
    type: [RiskCauseInput],
    description: `สาเหตุทั้งหมดตามลำดับ (ไม่เกิน ${PARTS_MAX}) · All causes, in order; at most ${PARTS_MAX}.`,
  }),
  swotItemIds: t.globalIDList({
    for: SwotItem,
    description: `รายการ SWOT ที่เกี่ยวข้องทั้งหมด (ไม่เกิน ${PARTS_MAX}) · All related SWOT items of the agency; at most ${PARTS_MAX}.`,
  }),
  powerIds: t.globalIDList({
    for: DelegatedPower,
    description: `อำนาจที่มอบซึ่งเกี่ยวข้องทั้งหมด (ไม่เกิน ${PARTS_MAX}) · All related delegated powers of the agency; at most ${PARTS_MAX}.`,
  }),
});

export type RiskContentInput = InputShapeFromFields<ReturnType<typeof riskContentFields>>;

/** The content that an input gives, checked: the columns of the risk, and its parts and links where they are given. */
export function riskContentOf(check: Check, input: RiskContentInput) {
  const unitId = idOf(input.responsibleUnitId);
  const causes = check.list('causes', input.causes, PARTS_MAX)?.map(({ textTh, textEn }, index) => {
    const part = check.at(`causes[${index}]`);
    return {
      sortOrder: index + 1,
      textTh: part.text('textTh', textTh, { max: TEXT_MAX }),
      textEn: part.optionalText('textEn', textEn, { max: TEXT_MAX }),
    };
  });
  return {
    columns: {
      titleEn: check.optionalText('titleEn', input.titleEn, { max: NAME_MAX }),
      furtherProcessAreas: check.list('furtherProcessAreas', input.furtherProcessAreas, PARTS_MAX),
      corruptionTypes: check.list('corruptionTypes', input.corruptionTypes, PARTS_MAX),
      itaArea: input.itaArea,
      factorKind: input.factorKind,
      actorTh: check.optionalText('actorTh', input.actorTh, { max: NAME_MAX }),
      actorEn: check.optionalText('actorEn', input.actorEn, { max: NAME_MAX }),
      responsibleUnitId: unitId,
      // A unit that a user names is no longer inferred.
      unitInferred: unitId === undefined ? undefined : false,
      noteTh: check.optionalText('noteTh', input.noteTh, { max: TEXT_MAX }),
    },
    causes,
    swotItemIds: check.ids('swotItemIds', input.swotItemIds, PARTS_MAX),
    powerIds: check.ids('powerIds', input.powerIds, PARTS_MAX),
  };
}

export type RiskContent = ReturnType<typeof riskContentOf>;

/** A code that is given: kept short, for it stands in front of every mention of the risk. */
export const riskCodeOf = (check: Check, code: string | null | undefined) =>
  check.text('code', code, { max: CODE_MAX });

export const codeTaken = {
  field: 'code',
  message: {
    th: 'ทะเบียนนี้มีความเสี่ยงรหัสนี้แล้ว โปรดใช้รหัสอื่น',
    en: 'Another risk of the register has this code: use a different one.',
  },
};
