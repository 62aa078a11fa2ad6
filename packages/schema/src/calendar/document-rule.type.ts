import { builder } from '../graphql/builder.ts';
import { storedEnum } from '../graphql/enums.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import { reusable } from '../graphql/reusable.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

const DocumentRuleKind = storedEnum('DocumentRuleKind', 'ลักษณะของกฎในเอกสาร · What sort of rule a document states.', {
  ADMISSIBILITY: 'เงื่อนไขการรับเรื่อง · On what condition complaints are taken up.',
  CHANNEL: 'ช่องทาง · By which channel.',
  CONFIDENTIALITY: 'การรักษาความลับ · What is kept secret.',
  CONTENT: 'เนื้อหาที่ต้องมี · What a publication or manual contains.',
  DEADLINE: 'มีกำหนดเวลา · Something to be done in time.',
  DUTY: 'หน้าที่ทั่วไป · A standing duty.',
  OUTCOME: 'ผลของเรื่อง · What follows from a finding or breach.',
  PERIODIC: 'ทำเป็นประจำ · Something that returns by the calendar.',
  PROHIBITION: 'ข้อห้าม · Something that must not be done.',
  PROTECTION: 'การคุ้มครอง · Whom to protect.',
  PUBLICATION: 'การประกาศเผยแพร่ · What is proclaimed or published.',
  REPORTING: 'การรายงาน · What is reported to another body.',
  SCOPE: 'ขอบเขตการใช้บังคับ · To whom or what the rules apply.',
  THRESHOLD: 'ค่าเป้าหมาย · A number to be reached.',
  WEIGHT: 'น้ำหนักคะแนน · A weight in a score.',
});

const DutyFrequency = storedEnum('DutyFrequency', 'รอบของหน้าที่ · How often a duty returns.', {
  MONTHLY: 'ทุกเดือน · Every month.',
  QUARTERLY: 'ทุกไตรมาส · Every quarter.',
  HALF_YEARLY_AND_YEARLY: 'รอบ 6 เดือนและประจำปี · Every half-year and every year.',
});

const DocumentRule = builder.prismaNode('DocumentRule', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    kind: t.expose('kind', { type: DocumentRuleKind }),
    isDuty: t.exposeBoolean('isDuty'),
    subjectTh: t.exposeString('subjectTh'),
    subjectEn: t.exposeString('subjectEn'),
    bearerTh: t.exposeString('bearerTh', { nullable: true }),
    bearerEn: t.exposeString('bearerEn', { nullable: true }),
    recipientTh: t.exposeString('recipientTh', { nullable: true }),
    frequency: t.expose('frequency', { type: DutyFrequency, nullable: true }),
    clock: t.relation('clock', { nullable: true }),
    reasonTh: t.exposeString('reasonTh', { nullable: true }),
    reasonEn: t.exposeString('reasonEn', { nullable: true }),
    sourceDocument: t.exposeString('sourceDocument'),
    sourceSection: t.exposeString('sourceSection'),
  }),
});

builder.queryFields((t) => ({
  documentRules: t.prismaField({
    type: [DocumentRule],
    description:
      'กฎเกณฑ์ทุกข้อในเอกสารต้นทาง ว่าเป็นหน้าที่ของผู้ใด หรือเหตุใดจึงไม่เป็นหน้าที่ · Every rule that the source documents state: whose duty it is, or why it is none; by code. Anybody may ask.',
    listSize: most.documentRules,
    args: {
      isDuty: t.arg.boolean({
        description: 'เฉพาะที่เป็นหน้าที่ หรือเฉพาะที่ไม่เป็น · Only duties (true), or only what is none (false).',
      }),
    },
    extensions: reusable('SCOPE'),
    resolve: (query, _root, { isDuty }, context) =>
      agencyDb(context).documentRule.findMany({
        ...query,
        where: typeof isDuty === 'boolean' ? { isDuty } : {},
        orderBy: { code: 'asc' },
      }),
  }),
}));
