import { entryActs } from '../entry/entry-acts.ts';
import { ItaAssessmentPayload } from './assessment.payload.ts';
import { ItaAssessment } from './assessment.type.ts';

entryActs({
  model: 'ItaAssessment',
  nameTh: 'ผลการประเมินคุณธรรมและความโปร่งใส',
  nameEn: 'ITA result',
  ref: ItaAssessment,
  payload: ItaAssessmentPayload,
  find: (db, ids) =>
    db.itaAssessment.findMany({ where: { id: { in: ids } }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, data) => db.itaAssessment.updateMany({ where, data }),
  remove: (db, where) => db.itaAssessment.deleteMany({ where }),
});
