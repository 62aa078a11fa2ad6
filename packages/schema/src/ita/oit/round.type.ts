import { DeclarationKind } from '../../declaration/declaration.enums.ts';
import { builder } from '../../graphql/builder.ts';
import { storedEnum } from '../../graphql/enums.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { recordNode } from '../../graphql/nodes.ts';
import { YearReportKind } from '../../report/report.enums.ts';
import { roundSteps } from './round.logic.ts';

export const OitAnswerKind = storedEnum(
  'OitAnswerKind',
  'ชนิดของข้อมูลในทะเบียนที่ตอบหัวข้อ OIT · The kind of the registry’s own records that answers a topic of the OIT.',
  {
    PLAN: 'แผนปฏิบัติการป้องกันการทุจริต · A plan.',
    RISK_REGISTER: 'ทะเบียนความเสี่ยง · A risk register.',
    PLAN_REPORT: 'รายงานผลการดำเนินงานตามแผน · A report on a plan.',
    BRIBERY_REPORT: 'รายงานผลการจัดการความเสี่ยงการรับสินบน · A report on the bribery risks of a year.',
    DECLARATION: 'ประกาศเจตนารมณ์หรือนโยบาย · A declaration.',
    PUBLIC_ITEM: 'ข้อมูลที่เผยแพร่ · Something that the agency makes public.',
  },
);

export const ItaRoundStepCode = storedEnum(
  'ItaRoundStepCode',
  'ขั้นตอนของรอบการประเมิน ITA · A step in the calendar of a round of the ITA.',
  {
    IIT_EIT_SURVEY: 'การเก็บแบบวัด IIT และ EIT · The surveys IIT and EIT are answered.',
    OIT_ANSWERS: 'หน่วยงานตอบแบบตรวจ OIT · Agencies answer the OIT.',
    OIT_REVIEW: 'ผู้ประเมินตรวจคำตอบ OIT · The answers to the OIT are reviewed.',
    OIT_APPEAL: 'หน่วยงานชี้แจงหรืออุทธรณ์ผลการตรวจ OIT · Agencies may appeal against the review.',
    ANNOUNCEMENT: 'การประกาศผล · The results are announced.',
  },
);

export const OitTopic = builder.prismaNode('OitTopic', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    sortOrder: t.exposeInt('sortOrder'),
    nameTh: t.exposeString('nameTh'),
    nameEn: t.exposeString('nameEn'),
    answeredBy: t.expose('answeredBy', { type: OitAnswerKind, nullable: true }),
    declarationKind: t.expose('declarationKind', { type: DeclarationKind, nullable: true }),
    reportKind: t.expose('reportKind', { type: YearReportKind, nullable: true }),
    isSample: t.exposeBoolean('isSample'),
    sourceTh: t.exposeString('sourceTh', { nullable: true }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
  }),
});

export const OitChecklistItem = builder.prismaNode('OitChecklistItem', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    sortOrder: t.exposeInt('sortOrder'),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
    indicator: t.relation('indicator'),
    topic: t.relation('topic', { nullable: true }),
    round: t.relation('round'),
  }),
});

export const ItaRoundStep = builder.prismaObject('ItaRoundStep', {
  fields: (t) => ({
    step: t.expose('step', { type: ItaRoundStepCode }),
    opensOn: t.expose('opensOn', { type: 'Date' }),
    closesOn: t.expose('closesOn', { type: 'Date' }),
  }),
});

export const ItaRound = builder.prismaNode('ItaRound', {
  ...recordNode,
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    isSample: t.exposeBoolean('isSample'),
    ruleSet: t.relation('ruleSet'),
    sourceTh: t.exposeString('sourceTh'),
    calendarSourceTh: t.exposeString('calendarSourceTh', { nullable: true }),
    version: t.exposeInt('version'),
    items: t.relation('items', { query: { orderBy: { sortOrder: 'asc' } }, listSize: most.itemsOfOitChecklist }),
    steps: t.relation('steps', {
      query: { orderBy: [{ opensOn: 'asc' }, { step: 'asc' }] },
      listSize: roundSteps.length,
    }),
  }),
});
