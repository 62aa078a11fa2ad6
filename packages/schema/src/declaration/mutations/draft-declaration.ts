import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { DeclarationKind } from '../declaration.enums.ts';
import { contentOf, declarationContent, requireSignatory } from '../declaration.inputs.ts';
import { formOf } from '../declaration.logic.ts';
import { DeclarationPayload } from '../declaration.payload.ts';

const DraftDeclarationInput = builder.inputType('DraftDeclarationInput', {
  description: 'ประกาศใหม่ · A new declaration.',
  fields: (t) => ({
    kind: t.field({
      type: DeclarationKind,
      required: true,
      description: 'เรื่องที่ประกาศ ปีละหนึ่งประกาศต่อเรื่อง · What it is about; one of a kind in each year.',
    }),
    fiscalYear: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีที่ประกาศใช้ · Year for which it is declared.',
    }),
    titleTh: t.string({
      required: true,
      description: 'ชื่อประกาศภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.',
    }),
    ...declarationContent(t),
  }),
});

act({
  name: 'draftDeclaration',
  description:
    'ร่างประกาศนโยบายหรือมาตรการของปี · Drafts a declaration of a policy or measure for a year; the agency alone sees it until an approver confirms it.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: {
    NOT_FOUND: 'ไม่มีตำแหน่งนั้นในหน่วยงาน · no such position in the agency',
    INVALID_INPUT: 'มีประกาศเรื่องนี้ของปีนั้นแล้ว · the year has one of its kind already',
  },
  input: DraftDeclarationInput,
  payload: DeclarationPayload,
  work: async ({ kind, fiscalYear, ...input }, { db, agencyId }) => {
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const { form = formOf(kind), ...content } = contentOf(check, { ...input, form: input.form ?? undefined });
    const taken = {
      field: 'kind',
      message: {
        th: `หน่วยงานมีประกาศเรื่องนี้ของปี ${fiscalYear} แล้ว: โปรดแก้ไขประกาศเดิม`,
        en: `The agency has a declaration of this kind for ${fiscalYear} already: correct that one.`,
      },
    };
    const known = await db.declaration.findFirst({ where: { kind, fiscalYear }, select: { id: true } });
    if (known) check.include([taken]);
    check.refuse();
    await requireSignatory(db, content.signatoryId);
    const data = { agencyId, kind, fiscalYear, titleTh, form, ...content };
    return unlessTaken(db.declaration.create({ data, select: { id: true } }), taken);
  },
});
