import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { objects } from '../core/cost.ts';
import { listArguments } from '../core/list-arguments.ts';
import { EditionConnection, EditionOrder, EditionWhere, editionList } from '../lifecycle/edition.type.ts';
import { LifecycleAct } from '../lifecycle/lifecycle.enums.ts';
import { recordActs } from '../lifecycle/record-acts.ts';
import { RecordChange } from '../lifecycle/record-change.type.ts';
import { changesSince, openRecordActs, SubmissionProblem } from '../lifecycle/record-fields.ts';
import { newestChangeFirst } from '../lifecycle/status-change.type.ts';
import { agencyDb, type ScopedDb } from '../tenancy/tenancy.ts';
import { submissionProblems } from './submission.logic.ts';
import { SwotAnalysis, SwotItem } from './swot.type.ts';
import { SwotAnalysisPayload } from './swot-payload.type.ts';

const missing = async (db: ScopedDb, analysisId: string) =>
  submissionProblems(
    await db.swotItem.findMany({
      where: { analysisId },
      select: { quadrant: true, rank: true, textTh: true },
      orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    }),
  );

recordActs({
  model: 'SwotAnalysis',
  kind: 'SWOT_ANALYSIS',
  nameTh: 'การวิเคราะห์ SWOT',
  nameEn: 'SWOT analysis',
  ref: SwotAnalysis,
  payload: SwotAnalysisPayload,
  link: (analysisId) => ({ analysisId }),
  find: async (db, id) => {
    const analysis = await db.swotAnalysis.findUnique({
      where: { id },
      select: { id: true, agencyId: true, status: true, fiscalYear: true, agency: { select: { nameTh: true } } },
    });
    return (
      analysis && {
        ...analysis,
        titleTh: `การวิเคราะห์ SWOT ${analysis.agency.nameTh} ปีงบประมาณ ${analysis.fiscalYear}`,
      }
    );
  },
  move: (db, { id, version, status }, to) =>
    db.swotAnalysis.updateMany({ where: { id, version, status }, data: { status: to, version: { increment: 1 } } }),
  missing,
  items: {
    ref: SwotItem,
    column: 'itemId',
    among: (db, analysisId, ids) =>
      db.swotItem.findMany({ where: { analysisId, id: { in: ids } }, select: { id: true } }),
  },
});

builder.prismaObjectFields(SwotAnalysis, (t) => ({
  statusChanges: t.relation('statusChanges', {
    description: 'ประวัติสถานะ ใหม่สุดก่อน · Changes of its status, newest first.',
    query: newestChangeFirst,
  }),
  editions: t.relatedConnection(
    'editions',
    {
      cursor: 'id',
      totalCount: true,
      description: 'ฉบับที่เผยแพร่ · Published editions of the analysis.',
      args: listArguments(EditionWhere, EditionOrder),
      query: (args) => listQuery(args, editionList),
    },
    EditionConnection,
  ),
  openActs: t.field({
    type: [LifecycleAct],
    description: 'ขั้นตอนที่ผู้ใช้ทำได้ในสถานะนี้ · Steps of the life cycle that the viewer may take now.',
    select: { status: true },
    resolve: ({ status }, _args, context) => openRecordActs(context, status),
  }),
  missing: t.field({
    type: [SubmissionProblem],
    description: 'สิ่งที่ยังขาดก่อนส่งให้ ศปท.กทม. · What is missing before it can be submitted; empty when nothing is.',
    complexity: objects(20),
    select: { id: true },
    resolve: ({ id }, _args, context) => missing(agencyDb(context), id),
  }),
  changes: t.field({
    type: [RecordChange],
    nullable: true,
    description:
      'สิ่งที่เปลี่ยนจากฉบับที่เผยแพร่ เห็นเฉพาะหน่วยงานเจ้าของ · What changed since an edition; null when there is no such edition. For the agency itself.',
    complexity: objects(20),
    args: { sinceEdition: t.arg.int({ required: true, description: 'ฉบับที่ใช้เทียบ · Number of the edition.' }) },
    select: { id: true },
    resolve: ({ id }, { sinceEdition }, context) =>
      changesSince(context, { kind: 'SWOT_ANALYSIS', id, link: { analysisId: id } }, sinceEdition),
  }),
}));
