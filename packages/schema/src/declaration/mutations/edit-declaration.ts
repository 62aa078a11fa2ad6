import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { contentOf, declarationContent, requireSignatory } from '../declaration.inputs.ts';
import { DeclarationPayload } from '../declaration.payload.ts';
import { Declaration } from '../declaration.type.ts';

const EditDeclarationInput = builder.inputType('EditDeclarationInput', {
  description: 'การแก้ไขประกาศ ช่องที่ไม่ระบุคงเดิม · A change of a declaration; what is absent stays as it is.',
  fields: (t) => ({
    declarationId: t.globalID({ for: Declaration, required: true, description: 'ประกาศ · The declaration.' }),
    ...atVersion(t, 'declaration'),
    titleTh: t.string({ description: 'ชื่อประกาศภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.' }),
    ...declarationContent(t),
  }),
});

act({
  name: 'editDeclaration',
  description:
    'แก้ไขประกาศที่เป็นร่างหรือเปิดแก้ไขแล้ว เรื่องและปีคงเดิม · Edits a declaration that is a draft or was opened to be corrected; its kind and year stay.',
  by: isEditorOfAgency,
  on: onWrittenEntry('Declaration'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: entryNotWritten },
  input: EditDeclarationInput,
  payload: DeclarationPayload,
  work: async ({ declarationId: { id }, expectedVersion, ...input }, { db, agencyId, markChanged }) => {
    const declaration = await db.declaration.findUnique({ where: { id }, select: { status: true } });
    if (!declaration) throw notFound('declarationId');
    requireEntryWritten(declaration.status);
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const content = contentOf(check, input);
    check.refuse();
    await requireSignatory(db, content.signatoryId);
    await requireVersion(
      db.declaration.updateMany({
        where: { id, version: expectedVersion, status: declaration.status },
        data: { titleTh, ...content, version: { increment: 1 } },
      }),
    );
    markChanged(agencyId, 'Declaration', id);
    return { id };
  },
});
