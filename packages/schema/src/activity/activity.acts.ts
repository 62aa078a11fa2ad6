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
  find: (db, id) =>
    db.integrityActivity.findUnique({ where: { id }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, data) => db.integrityActivity.updateMany({ where, data }),
  remove: (db, where) => db.integrityActivity.deleteMany({ where }),
  missing: async (db, id) => {
    const days = await db.integrityActivity.findUniqueOrThrow({
      where: { id },
      select: { heldFrom: true, heldTo: true },
    });
    return problemsOfRecording(days, todayInBangkok());
  },
});
