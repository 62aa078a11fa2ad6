import { getDatamodel } from '@registry/prisma/generated/pothos.ts';
import type { GraphQLSchema } from 'graphql';
import { isEnumType } from 'graphql';
import { namesIn } from '../base/meaning.logic.ts';
import type { Message } from '../base/message.logic.ts';
import type { Image } from './audit-changes.logic.ts';
import { type Column, columnsOf, entityLabel, words } from './audit-labels.logic.ts';

const { models } = getDatamodel().datamodel;

/** What people call a kind of row: as its description in the Prisma schema begins. */
export const labelOfEntity = (entity: string): Message => entityLabel(models, entity);

const columnsByModel = new Map<string, ReadonlyMap<string, Column>>();

export function columnOf(entity: string, field: string): Column {
  const columns = columnsByModel.get(entity) ?? columnsOf(models, entity);
  columnsByModel.set(entity, columns);
  return columns.get(field) ?? { label: { th: field, en: field }, target: null };
}

/** What the registry does by itself, without a mutation. */
const ownActs: Readonly<Record<string, Message>> = {
  loadReferenceData: { th: 'นำเข้าข้อมูลอ้างอิง', en: 'Loads the reference data' },
  loadDocuments: { th: 'นำเข้าข้อมูลจากเอกสาร', en: 'Loads the documents' },
  loadSampleCity: { th: 'นำเข้าหน่วยงานตัวอย่าง', en: 'Loads the sample city' },
  loadSampleGuidelines: { th: 'นำเข้าแนวทางและผลของหน่วยงานตัวอย่าง', en: 'Loads the guidelines of the sample city' },
  loadYearReports: { th: 'นำเข้ารายงานผลของหน่วยงานตัวอย่าง', en: 'Loads the year reports of the sample city' },
  loadSampleLife: { th: 'นำเข้าประวัติของหน่วยงานตัวอย่าง', en: 'Loads the life of the sample city' },
  loadRiskLibrary: { th: 'นำเข้าคลังความเสี่ยง', en: 'Loads the risk library' },
  loadSampleInvitations: { th: 'นำเข้าคำเชิญตัวอย่าง', en: 'Loads the sample invitations' },
  loadSampleServiceKeys: { th: 'นำเข้ากุญแจบริการตัวอย่าง', en: 'Loads the sample service keys' },
  bindAccount: { th: 'ผูกบัญชีกับระบบยืนยันตัวตน', en: 'Binds an account to its identity provider' },
  loadSavedQueries: { th: 'นำเข้าคำถามตัวอย่างที่บันทึกไว้', en: 'Loads the sample saved queries' },
  loadSampleCommittees: {
    th: 'นำเข้าคณะกรรมการและข้อมูลที่เผยแพร่ตัวอย่าง',
    en: 'Loads the sample committees and what is made public',
  },
  loadSampleActivities: { th: 'นำเข้ากิจกรรมตัวอย่าง', en: 'Loads the sample activities' },
  recordWhatWasThere: { th: 'บันทึกข้อมูลที่มีอยู่ก่อน', en: 'Records what was there before' },
  addAdministrator: { th: 'แต่งตั้งผู้ดูแลระบบส่วนกลาง', en: 'Appoints an administrator of the city' },
  refreshFindings: { th: 'ตรวจข้อสังเกตใหม่', en: 'Checks the findings anew' },
  markProvisionalReports: {
    th: 'แยกรายงานเบื้องต้นออกจากรายงานที่ส่งแล้ว',
    en: 'Tells provisional reports from those filed',
  },
  generateLoad: { th: 'สร้างข้อมูลสำหรับทดสอบปริมาณ', en: 'Generates data for load tests' },
};

export const isOwnAct = (act: string): boolean => act in ownActs;

/** What an act does: as the description of its mutation begins. */
export function labelOfAct(schema: GraphQLSchema, act: string): Message {
  const description = schema.getMutationType()?.getFields()[act]?.description;
  return ownActs[act] ?? (description ? namesIn(description) : { th: act, en: act });
}

const meaningOf = (schema: GraphQLSchema, name: string, value: string): string => {
  const type = schema.getType(name);
  return (isEnumType(type) ? type.getValue(value)?.description : null) ?? value;
};

export const labelOfRole = (schema: GraphQLSchema, role: string): Message => ({
  th: namesIn(meaningOf(schema, 'Role', role)).th,
  en: words(role),
});

/** What people call a row: its kind, and of a change of status the step that it was. */
export function labelOfRow(schema: GraphQLSchema, entity: string, { act }: Image): Message {
  const label = labelOfEntity(entity);
  if (entity !== 'StatusChange' || typeof act !== 'string') return label;
  const { th } = namesIn(meaningOf(schema, 'LifecycleAct', act));
  return { th: `${label.th} (${th})`, en: `${label.en} (${words(act)})` };
}
