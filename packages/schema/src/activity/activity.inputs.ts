import type { InputShapeFromFields } from '@pothos/core';
import { Unit } from '../agency/agency.type.ts';
import { Committee } from '../committee/committee.type.ts';
import { evidenceOf } from '../entry/evidence.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { idOf } from '../graphql/inputs/references.ts';
import { Project } from '../plan/project.type.ts';
import { Indicator } from '../plan/project-parts.type.ts';

const PRINTED_MAX = 50;

/** What an activity may say besides its kind, title and days. */
export const activityFields = (t: InputFieldBuilder) => ({
  titleEn: t.string({ description: 'ชื่อภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · Title in English, at most 500 characters.' }),
  heldTo: t.field({
    type: 'Date',
    description: 'วันสุดท้าย ไม่ระบุ = วันเดียว · Last day, in the same fiscal year; null when it takes one day.',
  }),
  placeTh: t.string({ description: 'สถานที่ ไม่เกิน 500 ตัวอักษร · Place, at most 500 characters.' }),
  targetGroupTh: t.string({ description: 'กลุ่มเป้าหมาย ไม่เกิน 500 ตัวอักษร · For whom, at most 500 characters.' }),
  unitId: t.globalID({ for: Unit, description: 'ส่วนราชการที่รับผิดชอบ · Responsible unit of the agency.' }),
  invitedCount: t.int({ description: 'จำนวนผู้ได้รับเชิญ (คน) · How many people were invited.' }),
  attendedCount: t.int({ description: 'จำนวนผู้เข้าร่วม (คน) · How many people attended, or took the test.' }),
  passedCount: t.int({ description: 'จำนวนผู้ผ่าน ไม่เกินผู้เข้าร่วม (คน) · How many of those who attended passed.' }),
  respondentCount: t.int({ description: 'จำนวนผู้ตอบ (คน) · How many people answered the survey.' }),
  averageScore: t.field({ type: 'Decimal', description: 'คะแนนเฉลี่ย · Mean score, from 0 to `scoreMax`.' }),
  scoreMax: t.field({ type: 'Decimal', description: 'คะแนนเต็ม · The highest score that the scale allows.' }),
  percentPrinted: t.string({
    description: `ร้อยละตามที่พิมพ์ในรายงาน ไม่เกิน ${PRINTED_MAX} ตัวอักษร · Percentage as a report prints it, at most ${PRINTED_MAX} characters; one that the numbers do not give is kept, and is a finding.`,
  }),
  evidenceUrls: t.stringList({
    description: 'ลิงก์หลักฐาน https ไม่เกิน 20 · Links to evidence, https only; at most 20.',
  }),
  projectId: t.globalID({ for: Project, description: 'โครงการที่จัดตาม · The project of the agency that it serves.' }),
  indicatorId: t.globalID({
    for: Indicator,
    description: 'ตัวชี้วัดของโครงการที่กิจกรรมนี้วัด · The indicator of that project which it measures.',
  }),
  committeeId: t.globalID({
    for: Committee,
    description: 'คณะกรรมการที่ประชุม · The committee that met; for its meetings alone.',
  }),
  agendaTh: t.string({
    description: 'ระเบียบวาระโดยย่อ ไม่เกิน 4,000 ตัวอักษร · Agenda of the meeting in short, at most 4,000 characters.',
  }),
  resolutionsTh: t.string({
    description: 'มติ ไม่เกิน 4,000 ตัวอักษร · What the meeting resolved, at most 4,000 characters.',
  }),
  noteTh: t.string({ description: 'หมายเหตุ ไม่เกิน 4,000 ตัวอักษร · Note, at most 4,000 characters.' }),
});

type ActivityInput = InputShapeFromFields<ReturnType<typeof activityFields>>;

/** The content of an activity, checked and normalised; what is not given stays undefined. */
export function activityContentOf(check: Check, input: ActivityInput) {
  return {
    titleEn: check.optionalText('titleEn', input.titleEn, { max: NAME_MAX }),
    heldTo: input.heldTo,
    placeTh: check.optionalText('placeTh', input.placeTh, { max: NAME_MAX }),
    targetGroupTh: check.optionalText('targetGroupTh', input.targetGroupTh, { max: NAME_MAX }),
    unitId: idOf(input.unitId),
    invitedCount: input.invitedCount,
    attendedCount: input.attendedCount,
    passedCount: input.passedCount,
    respondentCount: input.respondentCount,
    averageScore: input.averageScore,
    scoreMax: input.scoreMax,
    percentPrinted: check.optionalText('percentPrinted', input.percentPrinted, { max: PRINTED_MAX }),
    evidenceUrls: evidenceOf(check, input.evidenceUrls),
    projectId: idOf(input.projectId),
    indicatorId: idOf(input.indicatorId),
    committeeId: idOf(input.committeeId),
    agendaTh: check.optionalText('agendaTh', input.agendaTh, { max: TEXT_MAX }),
    resolutionsTh: check.optionalText('resolutionsTh', input.resolutionsTh, { max: TEXT_MAX }),
    noteTh: check.optionalText('noteTh', input.noteTh, { max: TEXT_MAX }),
  };
}
