import { entryActs } from '../entry/entry-acts.ts';
import { PublicItemPayload } from './publication.payload.ts';
import { PublicItem } from './publication.type.ts';

entryActs({
  model: 'PublicItem',
  nameTh: 'ข้อมูลที่เผยแพร่',
  nameEn: 'public item',
  ref: PublicItem,
  payload: PublicItemPayload,
  find: (db, ids) =>
    db.publicItem.findMany({ where: { id: { in: ids } }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, data) => db.publicItem.updateMany({ where, data }),
  remove: (db, where) => db.publicItem.deleteMany({ where }),
});
