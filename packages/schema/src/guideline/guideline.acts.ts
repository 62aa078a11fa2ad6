import type { Message } from '../base/message.logic.ts';
import { entryActs } from '../entry/entry-acts.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { GuidelinePayload, GuidelineResultPayload } from './guideline.payload.ts';
import { Guideline } from './guideline.type.ts';
import { GuidelineResult } from './guideline-result.type.ts';

/** The results that name each guideline. */
async function resultsOf(db: ScopedDb, ids: string[]): Promise<ReadonlyMap<string, readonly Message[]>> {
  const found = await db.guidelineResult.findMany({
    where: { guidelineId: { in: ids } },
    orderBy: { id: 'asc' },
    select: { guidelineId: true, fiscalYear: true },
  });
  const namesOf = (id: string) =>
    found
      .filter(({ guidelineId }) => guidelineId === id)
      .map(({ fiscalYear }) => ({ th: `ผลของปีงบประมาณ ${fiscalYear}`, en: `the result of fiscal year ${fiscalYear}` }));
  return new Map(ids.map((id) => [id, namesOf(id)]));
}

const select = { id: true, agencyId: true, status: true } as const;

entryActs({
  model: 'Guideline',
  nameTh: 'แนวทางตามตัวชี้วัด',
  nameEn: 'guideline',
  ref: Guideline,
  payload: GuidelinePayload,
  find: (db, ids) => db.guideline.findMany({ where: { id: { in: ids } }, select }),
  move: (db, where, data) => db.guideline.updateMany({ where, data }),
  remove: (db, where) => db.guideline.deleteMany({ where: { ...where, results: { none: {} } } }),
  namedBy: resultsOf,
});

entryActs({
  model: 'GuidelineResult',
  nameTh: 'ผลตามตัวชี้วัด',
  nameEn: 'result by indicator',
  ref: GuidelineResult,
  payload: GuidelineResultPayload,
  find: (db, ids) => db.guidelineResult.findMany({ where: { id: { in: ids } }, select }),
  move: (db, where, data) => db.guidelineResult.updateMany({ where, data }),
  remove: (db, where) => db.guidelineResult.deleteMany({ where }),
});
