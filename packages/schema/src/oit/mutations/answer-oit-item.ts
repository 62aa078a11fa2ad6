import type { InputShapeFromFields } from '@pothos/core';
import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput, notFound } from '../../base/errors.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { isPage } from '../../base/web-address.logic.ts';
import { Declaration } from '../../declaration/declaration.type.ts';
import { isEntryPublished } from '../../entry/entry.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../../graphql/inputs/input-field-builder.ts';
import { requireOne } from '../../graphql/inputs/references.ts';
import { Edition } from '../../lifecycle/editions/edition.type.ts';
import { PublicItem } from '../../publication/publication.type.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import { oitItemAtVersion } from '../oit.inputs.ts';
import { OitItemPayload } from '../oit.payload.ts';
import { changeItem, itemOf, notAtThisStep, onOitStep, requireStep } from '../oit-item-state.ts';
import { problemsOfStepOn } from '../round-days.ts';

const answerFields = (t: InputFieldBuilder) => ({
  editionId: t.globalID({
    for: Edition,
    description: 'ฉบับเผยแพร่ของแผน ทะเบียน หรือรายงาน · A published edition of a plan, a register or a report.',
  }),
  declarationId: t.globalID({ for: Declaration, description: 'ประกาศที่เผยแพร่แล้ว · A published declaration.' }),
  publicItemId: t.globalID({ for: PublicItem, description: 'ข้อมูลที่เผยแพร่แล้ว · A published public item.' }),
  address: t.string({
    description:
      'ที่อยู่เว็บ เมื่อทะเบียนไม่มีข้อมูลนั้น ไม่เกิน 500 ตัวอักษร · Address of a page, where the registry keeps no such record; http or https, at most 500 characters.',
  }),
  publishedOn: t.field({
    type: 'Date',
    description: 'วันที่เผยแพร่หน้าเว็บนั้น · Day since when the page has been public; with an address alone.',
  }),
  noteTh: t.string({ description: 'หมายเหตุ ไม่เกิน 4,000 ตัวอักษร · Note, in Thai, at most 4,000 characters.' }),
});

const AnswerOitItemInput = builder.inputType('AnswerOitItemInput', {
  description:
    'คำตอบของข้อ OIT แทนคำตอบเดิม ระบุหนึ่งอย่าง · What answers an item, in place of what did: one record or one address.',
  fields: (t) => ({ ...oitItemAtVersion(t), ...answerFields(t) }),
});

type Given = InputShapeFromFields<ReturnType<typeof answerFields>>;

/** The answer that is given: one record, or the address of a page. */
function answerOf(check: Check, { editionId, declarationId, publicItemId, publishedOn, ...given }: Given) {
  const address = check.optionalText('address', given.address, { max: NAME_MAX });
  const records = [editionId, declarationId, publicItemId].filter(Boolean).length;
  if (records + (address ? 1 : 0) !== 1)
    check.add(
      'oitItemId',
      'ระบุคำตอบอย่างเดียว: ข้อมูลในทะเบียนหนึ่งรายการ หรือที่อยู่เว็บหนึ่งที่อยู่',
      'Give one answer: one record of the registry, or one address.',
      'ONE_ANSWER',
    );
  if (address && !isPage(address))
    check.add(
      'address',
      'ที่อยู่ต้องเป็นที่อยู่เว็บ ขึ้นต้นด้วย https:// หรือ http://',
      'The address is that of a page: https:// or http://, without name and password.',
      'NOT_A_PAGE',
    );
  if (Boolean(address) !== Boolean(publishedOn))
    check.add(
      'publishedOn',
      'ระบุวันที่เผยแพร่คู่กับที่อยู่เว็บ และเฉพาะกับที่อยู่เว็บ',
      'The day of publication is given with an address, and only then.',
      'DAY_OF_THE_PAGE',
    );
  check.notInFuture('publishedOn', publishedOn);
  return {
    editionId: editionId?.id ?? null,
    declarationId: declarationId?.id ?? null,
    publicItemId: publicItemId?.id ?? null,
    noteTh: check.optionalText('noteTh', given.noteTh, { max: TEXT_MAX }) ?? null,
    ...(address
      ? { answer: 'LINK' as const, address, publishedOn, currentOn: todayInBangkok() }
      : { answer: 'CHOSEN' as const, address: null }),
  };
}

type Answer = ReturnType<typeof answerOf>;

const ofEntry = { id: true, status: true, publishedOn: true } as const;

/** A record is the agency's own, and published. */
async function requirePublished(
  { db, agencyId }: ActTransaction,
  { editionId, declarationId, publicItemId }: Answer,
): Promise<void> {
  await requireOne('editionId', editionId, (id) =>
    db.edition.findFirst({ where: { id, agencyId, kind: { not: 'SWOT_ANALYSIS' } }, select: { id: true } }),
  );
  const entries = [
    {
      field: 'declarationId',
      id: declarationId,
      find: (id: string) => db.declaration.findUnique({ where: { id }, select: ofEntry }),
    },
    {
      field: 'publicItemId',
      id: publicItemId,
      find: (id: string) => db.publicItem.findUnique({ where: { id }, select: ofEntry }),
    },
  ];
  for (const { field, id, find } of entries) {
    const entry = id && (await find(id));
    if (id && !entry) throw notFound(field);
    if (entry && !isEntryPublished(entry)) throw invalidInput(notPublished(field));
  }
}

const notPublished = (field: string) => ({
  field,
  code: 'NOT_PUBLISHED',
  message: withSource(
    { th: 'ข้อมูลนี้ยังไม่เผยแพร่ จึงตอบแบบตรวจ OIT ไม่ได้', en: 'It is not published, so that it answers no item of the OIT.' },
    'registry',
  ),
});

act({
  name: 'answerOitItem',
  description:
    'ตอบข้อ OIT ด้วยข้อมูลที่เผยแพร่แล้วในทะเบียนหรือที่อยู่เว็บ แทนคำตอบเดิม ภายในวันตอบแบบตรวจของรอบ · Answers an item of the OIT with something that the agency has published, or with the address of a page, in place of what answered it, within the days on which the round is answered.',
  by: isEditorOfAgency,
  on: onOitStep('ANSWER'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notAtThisStep },
  input: AnswerOitItemInput,
  payload: OitItemPayload,
  work: async ({ oitItemId: { id }, expectedVersion, ...input }, tx) => {
    const item = await itemOf(tx, id);
    requireStep('ANSWER', item);
    const check = new Check();
    const answer = answerOf(check, input);
    check.include(problemsOfStepOn(item, 'ANSWER'));
    check.refuse();
    await requirePublished(tx, answer);
    return changeItem(tx, item, { id, expectedVersion }, answer);
  },
});
