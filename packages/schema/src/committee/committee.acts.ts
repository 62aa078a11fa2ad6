import { entryActs } from '../entry/entry-acts.ts';
import { problemsOfCommittee } from './committee.logic.ts';
import { CommitteePayload } from './committee.payload.ts';
import { Committee } from './committee.type.ts';
import { namesOfCommittee } from './committee-names.ts';

entryActs({
  model: 'Committee',
  nameTh: 'คณะกรรมการ',
  nameEn: 'committee',
  ref: Committee,
  payload: CommitteePayload,
  find: (db, id) => db.committee.findUnique({ where: { id }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, data) => db.committee.updateMany({ where, data }),
  remove: (db, where) => db.committee.deleteMany({ where }),
  namedBy: namesOfCommittee,
  missing: async (db, committeeId) => {
    const members = await db.committeeMember.findMany({ where: { committeeId }, select: { role: true } });
    return problemsOfCommittee(members.map(({ role }) => role));
  },
});
