import { todayInBangkok } from '../base/today.logic.ts';
import { entryActs } from '../entry/entry-acts.ts';
import { problemsOfRecording } from './activity.logic.ts';
import { IntegrityActivityPayload } from './activity.payload.ts';
import { IntegrityActivity } from './activity.type.ts';

entryActs({
  model: 'IntegrityActivity',
  nameTh: 'กิจกรรม',
  nameEn: 'activity',
  ref: IntegrityActivity,
  payload: IntegrityActivityPayload,
  find: (db, ids) =>
    db.integrityActivity.findMany({ where: { id: { in: ids } }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, data) => db.integrityActivity.updateMany({ where, data }),
  remove: (db, where) => db.integrityActivity.deleteMany({ where }),
  missing: async (db, ids) => {
    const found = await db.integrityActivity.findMany({
      where: { id: { in: ids } },
      select: { id: true, heldFrom: true, heldTo: true },
    });
    return new Map(found.map(({ id, ...days }) => [id, problemsOfRecording(days, todayInBangkok())]));
  },
});
