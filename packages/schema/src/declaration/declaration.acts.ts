import { entryActs } from '../entry/entry-acts.ts';
import { problemsOfDeclaration } from './declaration.logic.ts';
import { DeclarationPayload } from './declaration.payload.ts';
import { Declaration } from './declaration.type.ts';

entryActs({
  model: 'Declaration',
  nameTh: 'ประกาศนโยบายหรือมาตรการ',
  nameEn: 'declaration',
  ref: Declaration,
  payload: DeclarationPayload,
  find: (db, ids) =>
    db.declaration.findMany({ where: { id: { in: ids } }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, data) => db.declaration.updateMany({ where, data }),
  remove: (db, where) => db.declaration.deleteMany({ where }),
  missing: async (db, ids) => {
    const found = await db.declaration.findMany({
      where: { id: { in: ids } },
      select: { id: true, signatoryId: true, signedOn: true, textTh: true, textAddress: true },
    });
    return new Map(found.map(({ id, ...declaration }) => [id, problemsOfDeclaration(declaration)]));
  },
});
