import { entryActs } from '../entry/entry-acts.ts';
import { GuidelinePayload, GuidelineResultPayload } from './guideline.payload.ts';
import { Guideline } from './guideline.type.ts';
import { GuidelineResult } from './guideline-result.type.ts';

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
