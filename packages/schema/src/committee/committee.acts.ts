import { entryActs } from '../entry/entry-acts.ts';
import { problemsOfCommittee } from './committee.logic.ts';
import { CommitteePayload } from './committee.payload.ts';
import { Committee } from './committee.type.ts';
import { namesOfCommittees } from './committee-names.ts';

entryActs({
  model: 'Committee',
  nameTh: 'คณะกรรมการ',
  nameEn: 'committee',
  ref: Committee,
  payload: CommitteePayload,
  find: (db, ids) =>
    db.committee.findMany({ where: { id: { in: ids } }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, data) => db.committee.updateMany({ where, data }),
  remove: (db, where) => db.committee.deleteMany({ where }),
  namedBy: namesOfCommittees,
  missing: async (db, ids) => {
    const members = await db.committeeMember.findMany({
      where: { committeeId: { in: ids } },
      select: { committeeId: true, role: true },
    });
    const rolesOf = (id: string) => members.filter(({ committeeId }) => committeeId === id).map(({ role }) => role);
    return new Map(ids.map((id) => [id, problemsOfCommittee(rolesOf(id))]));
  },
});
