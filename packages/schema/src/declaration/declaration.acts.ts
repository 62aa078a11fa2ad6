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
  find: (db, id) => db.declaration.findUnique({ where: { id }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, data) => db.declaration.updateMany({ where, data }),
  remove: (db, where) => db.declaration.deleteMany({ where }),
  missing: async (db, id) => {
    const declaration = await db.declaration.findUnique({
      where: { id },
      select: { signatoryId: true, signedOn: true, textTh: true, textAddress: true },
    });
    return declaration ? problemsOfDeclaration(declaration) : [];
  },
});
