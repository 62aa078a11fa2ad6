import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { problemsOfPublicItem } from '../public-item.logic.ts';
import { DisclosureTopic } from '../publication.enums.ts';
import { publicItemContentOf, publicItemFields } from '../publication.inputs.ts';
import { PublicItemPayload } from '../publication.payload.ts';
import { PublicItem } from '../publication.type.ts';
import { monthTaken, requireReferences } from '../publication-references.ts';

const EditPublicItemInput = builder.inputType('EditPublicItemInput', {
  description: 'การแก้ไขข้อมูลที่เผยแพร่ ช่องที่ไม่ระบุคงเดิม · A change of a public item; what is absent stays, null empties.',
  fields: (t) => ({
    publicItemId: t.globalID({ for: PublicItem, required: true, description: 'ข้อมูลที่เผยแพร่ · The public item.' }),
    ...atVersion(t, 'public item'),
    topic: t.field({ type: DisclosureTopic, description: 'ประเด็น · Topic.' }),
    titleTh: t.string({ description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.' }),
    currentOn: t.field({ type: 'Date', description: 'ข้อมูลเป็นปัจจุบัน ณ วันที่ · Day up to which it is current.' }),
    ...publicItemFields(t),
  }),
});

act({
  name: 'editPublicItem',
  description: 'แก้ไขข้อมูลที่เผยแพร่ซึ่งเป็นร่างหรือเปิดแก้ไข · Edits a public item while it is a draft or opened to be corrected.',
  by: isEditorOfAgency,
  on: onWrittenEntry('PublicItem'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: entryNotWritten },
  input: EditPublicItemInput,
  payload: PublicItemPayload,
  work: async ({ publicItemId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const before = await db.publicItem.findUnique({ where: { id } });
    if (!before) throw notFound('publicItemId');
    requireEntryWritten(before.status);
    const check = new Check();
    const data = {
      ...publicItemContentOf(check, input),
      topic: check.required('topic', input.topic),
      titleTh: check.text('titleTh', input.titleTh, { max: NAME_MAX }),
      currentOn: check.required('currentOn', input.currentOn),
    };
    const { topic = before.topic, currentOn = before.currentOn, summaryMonth = before.summaryMonth } = data;
    check.include(problemsOfPublicItem({ topic, currentOn, summaryMonth }, todayInBangkok()));
    check.refuse();
    await requireReferences(db, data);
    await requireVersion(
      unlessTaken(
        db.publicItem.updateMany({
          where: { id, version: expectedVersion },
          data: { ...data, version: { increment: 1 } },
        }),
        monthTaken,
      ),
    );
    tx.markChanged(before.agencyId, 'PublicItem', id);
    return { id };
  },
});
