import { isEditorOfAgency } from '../../access/access.rules.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { problemsOfPublicItem } from '../public-item.logic.ts';
import { DisclosureTopic } from '../publication.enums.ts';
import { publicItemContentOf, publicItemFields } from '../publication.inputs.ts';
import { PublicItemPayload } from '../publication.payload.ts';
import { monthTaken, requireReferences } from '../publication-references.ts';

const AddPublicItemInput = builder.inputType('AddPublicItemInput', {
  description: 'ข้อมูลที่เผยแพร่รายการใหม่ · Something new that is made public.',
  fields: (t) => ({
    topic: t.field({ type: DisclosureTopic, required: true, description: 'ประเด็น · Topic.' }),
    titleTh: t.string({
      required: true,
      description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.',
    }),
    currentOn: t.field({
      type: 'Date',
      required: true,
      description: 'ข้อมูลเป็นปัจจุบัน ณ วันที่ ไม่หลังวันนี้ · Day up to which it is current, not after today.',
    }),
    ...publicItemFields(t),
  }),
});

act({
  name: 'addPublicItem',
  description: 'บันทึกข้อมูลที่เผยแพร่เป็นร่าง · Adds something that is made public, as a draft.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: true },
  input: AddPublicItemInput,
  payload: PublicItemPayload,
  work: async ({ topic, currentOn, ...input }, { db, agencyId }) => {
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const content = publicItemContentOf(check, input);
    check.include(problemsOfPublicItem({ ...content, topic, currentOn }, todayInBangkok()));
    check.refuse();
    await requireReferences(db, content);
    const { id } = await unlessTaken(
      db.publicItem.create({ data: { ...content, agencyId, topic, titleTh, currentOn }, select: { id: true } }),
      monthTaken,
    );
    return { id };
  },
});
