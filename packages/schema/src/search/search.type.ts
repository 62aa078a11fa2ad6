import { isDeepStrictEqual } from 'node:util';
import { createContextCache } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { activityById } from '../activity/activity.loader.ts';
import { agencyById } from '../agency/agency.loader.ts';
import type { SoughtText } from '../base/sought-text.logic.ts';
import { committeeById } from '../committee/committee.loader.ts';
import { declarationById } from '../declaration/declaration.loader.ts';
import { delegatedPowerById, delegationOrderById } from '../delegation/delegation.loader.ts';
import { findingById } from '../finding/finding.loader.ts';
import { builder } from '../graphql/builder.ts';
import { storedEnum } from '../graphql/enums.ts';
import { readingByLoaders } from '../graphql/loader.ts';
import { guidelineById, guidelineResultById } from '../guideline/guideline.loader.ts';
import { auditObservationById, internalAuditById } from '../internal-audit/internal-audit.loader.ts';
import { itaAssessmentById } from '../ita/assessment.loader.ts';
import { libraryRiskById } from '../library/library.loader.ts';
import { oitItemById } from '../oit/oit.loader.ts';
import { planById, projectById } from '../plan/plan.loader.ts';
import { publicItemById } from '../publication/publication.loader.ts';
import { yearReportById, yearReportItemById } from '../report/report.loader.ts';
import { mitigationById, registerById, riskById } from '../risk/risk.loader.ts';
import { swotItemById } from '../swot/swot.loader.ts';
import type { Context } from '../tenancy/context.ts';
import type { Hit } from '../tenancy/search-read.ts';
import { highlighted, PARTS_MAX, type Part } from './highlight.logic.ts';
import { FIELDS_MAX, type SearchSource } from './search-sources.ts';

export const SearchKind = storedEnum('SearchKind', 'ชนิดของสิ่งที่ค้นหา · What is searched for.', {
  PLAN: 'แผน · Plans.',
  PROJECT: 'โครงการ กิจกรรม และมาตรการ · Projects, activities and measures.',
  SWOT_ITEM: 'รายการ SWOT · Items of SWOT analyses.',
  RISK_REGISTER: 'ทะเบียนความเสี่ยง · Risk registers.',
  RISK: 'ความเสี่ยง · Risks.',
  MITIGATION: 'มาตรการจัดการความเสี่ยง · Mitigations.',
  DELEGATION_ORDER: 'คำสั่งมอบอำนาจ · Delegation orders.',
  DELEGATED_POWER: 'อำนาจที่มอบในคำสั่ง · Powers that orders delegate.',
  FINDING: 'ข้อสังเกต · Findings.',
  DECLARATION: 'ประกาศนโยบายหรือมาตรการ · Declarations of policies and measures.',
  INTEGRITY_ACTIVITY: 'กิจกรรมด้านคุณธรรมและความโปร่งใส · Activities for integrity.',
  COMMITTEE: 'คณะกรรมการและคณะทำงาน · Committees and working groups.',
  PUBLIC_ITEM: 'ข้อมูลที่เผยแพร่ · What agencies make public.',
  YEAR_REPORT: 'รายงานผล · Year reports on plans and on bribery risks.',
  YEAR_REPORT_ITEM: 'รายการในรายงานผล · Items of year reports.',
  INTERNAL_AUDIT: 'การตรวจสอบภายใน · Internal audits.',
  AUDIT_OBSERVATION: 'ข้อตรวจพบของการตรวจสอบภายใน · What internal audits observed.',
  OIT_ITEM: 'คำตอบและผลตรวจแบบตรวจ OIT · Items of the OIT that are answered or reviewed.',
  GUIDELINE: 'แนวทางตามตัวชี้วัด · Guidelines for the indicators of the ITA.',
  GUIDELINE_RESULT: 'ผลการดำเนินการตามตัวชี้วัด · What was done about the indicators of the ITA.',
  ITA_ASSESSMENT: 'ผลการประเมิน ITA · Results of the ITA.',
  LIBRARY_RISK: 'ความเสี่ยงในคลัง · Risks of the library.',
  AGENCY: 'หน่วยงาน · Agencies, by name and code.',
});

/** What was found of a record, with the texts of its fields. */
type FoundRecord = Hit<SearchSource> & {
  readonly sought: SoughtText;
  /** What was selected of the records that were read with the hits. */
  readonly selection: object;
};

/** One statement for all records of a kind, with what the client selected of each. */
const recordById = {
  PLAN: planById,
  PROJECT: projectById,
  SWOT_ITEM: swotItemById,
  RISK_REGISTER: registerById,
  RISK: riskById,
  MITIGATION: mitigationById,
  DELEGATION_ORDER: delegationOrderById,
  DELEGATED_POWER: delegatedPowerById,
  FINDING: findingById,
  DECLARATION: declarationById,
  INTEGRITY_ACTIVITY: activityById,
  COMMITTEE: committeeById,
  PUBLIC_ITEM: publicItemById,
  YEAR_REPORT: yearReportById,
  YEAR_REPORT_ITEM: yearReportItemById,
  INTERNAL_AUDIT: internalAuditById,
  AUDIT_OBSERVATION: auditObservationById,
  OIT_ITEM: oitItemById,
  GUIDELINE: guidelineById,
  GUIDELINE_RESULT: guidelineResultById,
  ITA_ASSESSMENT: itaAssessmentById,
  LIBRARY_RISK: libraryRiskById,
  AGENCY: agencyById,
} as const satisfies Readonly<Record<SearchSource['kind'], unknown>>;

const sameSelections = createContextCache((_context: Context) => new Map<FieldNode | undefined, boolean>());

/** Whether a field selects what was read with the hits: of fields with two names each selects a part. */
function isReadWithHit(
  { source, selection, record }: FoundRecord,
  context: Context,
  info: GraphQLResolveInfo,
): boolean {
  if (record === undefined) return false;
  const known = sameSelections(context);
  const [field] = info.fieldNodes;
  // Computed also because that is how Pothos learns that the row holds everything selected beneath it.
  const isSame =
    known.get(field) ?? isDeepStrictEqual(queryFromInfo({ context, info, typeName: source.model }), selection);
  known.set(field, isSame);
  return isSame;
}

const nodeOf = ({ source: { model } }: FoundRecord, record: object | null | undefined) =>
  record && { ...record, __typename: model };

const loadedNode = async (hit: FoundRecord, context: Context, info: GraphQLResolveInfo) =>
  nodeOf(hit, await recordById[hit.source.kind](hit.id, context, info, hit.source.model));

const SearchHighlightPart = builder.objectRef<Part>('SearchHighlightPart').implement({
  description: 'ส่วนหนึ่งของข้อความที่พบ · A part of a text in which something was found.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'ข้อความตามที่บันทึก · The text as it is kept.' }),
    isHit: t.exposeBoolean('isHit', { description: 'เป็นคำที่ค้นหรือไม่ · Whether it is what was searched for.' }),
  }),
});

const SearchHighlight = builder
  .objectRef<{ readonly field: string; readonly parts: readonly Part[] }>('SearchHighlight')
  .implement({
    description: 'ฟิลด์ที่พบคำค้น · A field of a record in which something was found.',
    fields: (t) => ({
      field: t.exposeString('field', { description: 'ชื่อฟิลด์ของระเบียน · The field’s name in the type of the record.' }),
      parts: t.field({
        type: [SearchHighlightPart],
        listSize: PARTS_MAX,
        description:
          'ข้อความเป็นส่วน ๆ ตามลำดับ ข้อความยาวแสดงเฉพาะรอบคำที่พบ · The text in parts, in order; of a long one what stands around the first hit.',
        resolve: ({ parts }) => [...parts],
      }),
    }),
  });

const SearchEdge = builder.objectRef<FoundRecord>('SearchEdge').implement({
  description: 'ระเบียนที่พบ · A record that was found.',
  fields: (t) => ({
    score: t.exposeFloat('score', {
      description: 'ความใกล้เคียงกับคำค้น 0 ถึง 1 · How close it is to what was searched for, from 0 to 1.',
    }),
    highlights: t.field({
      type: [SearchHighlight],
      listSize: FIELDS_MAX,
      description:
        'ฟิลด์ที่พบคำค้น · The fields in which something was found; none where it is in what the record is about alone, such as its year.',
      resolve: ({ source, texts, sought }) =>
        source.fields.flatMap((field, place) => {
          const parts = highlighted(texts[place] ?? '', sought);
          return parts.length > 0 ? [{ field, parts }] : [];
        }),
    }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'ระเบียน · The record; null when it is gone since it was found.',
      resolve: readingByLoaders((hit: FoundRecord, _args: object, context: Context, info: GraphQLResolveInfo) =>
        isReadWithHit(hit, context, info) ? nodeOf(hit, hit.record) : loadedNode(hit, context, info),
      ),
    }),
  }),
});

type Found = {
  readonly total: number;
  readonly isComplete: boolean;
  readonly records: readonly FoundRecord[];
};

export const SearchConnection = builder.objectRef<Found>('SearchConnection').implement({
  description: 'ผลการค้นหา · What a search found.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      listSize: 'ASKED',
      description: 'ระเบียนที่พบ ใกล้เคียงที่สุดก่อน · The records that were found, closest first.',
      resolve: ({ records }) => [...records],
    }),
    totalCount: t.exposeInt('total', {
      description: 'จำนวนทั้งหมดที่พบและผู้ใช้เห็นได้ · How many were found among what the viewer may see.',
    }),
    isTotalExact: t.exposeBoolean('isComplete', {
      description: [
        'จำนวนทั้งหมดนับครบหรือไม่ เท็จหมายถึงมีอย่างน้อยเท่านั้น เพราะทั้งกรุงเทพมหานครมีคำที่ค้นมากกว่าที่ตรวจดู โปรดค้นให้เจาะจงขึ้น ·',
        'Whether totalCount counts all of them. False means at least so many: across all agencies more hold the words than are looked at, and the closest of those',
        'are shown; say more of what is sought to narrow it. Always true for an agency.',
      ].join(' '),
    }),
  }),
});
