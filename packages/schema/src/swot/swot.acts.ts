import { recordActs } from '../lifecycle/steps/record-acts.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { submissionProblems } from './submission.logic.ts';
import { SwotAnalysisPayload } from './swot.payload.ts';
import { SwotAnalysis, SwotItem } from './swot.type.ts';

async function missing(db: ScopedDb, ids: string[]) {
  const items = await db.swotItem.findMany({
    where: { analysisId: { in: ids } },
    select: { id: true, analysisId: true, quadrant: true, rank: true, textTh: true },
    orderBy: [{ quadrant: 'asc' }, { rank: 'asc' }, { id: 'asc' }],
  });
  return new Map(ids.map((id) => [id, submissionProblems(items.filter(({ analysisId }) => analysisId === id))]));
}

recordActs({
  model: 'SwotAnalysis',
  kind: 'SWOT_ANALYSIS',
  nameTh: 'การวิเคราะห์ SWOT',
  nameEn: 'SWOT analysis',
  ref: SwotAnalysis,
  payload: SwotAnalysisPayload,
  link: (analysisId) => ({ analysisId }),
  find: async (db, ids) => {
    const analyses = await db.swotAnalysis.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        agencyId: true,
        status: true,
        isAmendment: true,
        fiscalYear: true,
        agency: { select: { nameTh: true } },
      },
    });
    return analyses.map((analysis) => ({
      ...analysis,
      lastYear: analysis.fiscalYear,
      titleTh: `การวิเคราะห์ SWOT ${analysis.agency.nameTh} ปีงบประมาณ ${analysis.fiscalYear}`,
    }));
  },
  move: (db, { id, status }, to) =>
    db.swotAnalysis.updateMany({ where: { id, status }, data: { status: to, version: { increment: 1 } } }),
  missing,
  items: {
    ref: SwotItem,
    column: 'itemId',
    among: (db, analysisId, ids) =>
      db.swotItem.findMany({ where: { analysisId, id: { in: ids } }, select: { id: true } }),
  },
});
