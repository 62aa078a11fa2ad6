import { isCityAdministrator } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { TOPIC_CODE_MAX } from '../oit/round.logic.ts';
import { answeredByFields } from '../oit/topic.inputs.ts';
import { problemsOfTopic } from '../oit/topic.logic.ts';
import { OitTopicPayload } from '../oit/topic.payload.ts';

const AddOitTopicInput = builder.inputType('AddOitTopicInput', {
  description: 'หัวข้อใหม่ที่คงอยู่ของแบบตรวจ OIT ต่อท้าย · A new lasting topic of the OIT; it comes last.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: 'รหัส ไม่เกิน 40 ตัวอักษร ไม่ซ้ำ · Code, at most 40 characters, not taken.',
    }),
    nameTh: t.string({
      required: true,
      description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Name in Thai, at most 500 characters.',
    }),
    nameEn: t.string({
      required: true,
      description: 'ชื่อภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · Name in English, at most 500 characters.',
    }),
    sourceTh: t.string({
      required: true,
      description: 'แหล่งที่มา ไม่เกิน 4,000 ตัวอักษร · Source, in Thai, at most 4,000 characters.',
    }),
    isSample: t.boolean({
      description:
        'เป็นหัวข้อสมมติของหน่วยงานตัวอย่าง · Whether it is invented, for checklists of the sample city; absent: no.',
    }),
    ...answeredByFields(t),
  }),
});

const taken = {
  field: 'code',
  code: 'TOPIC_TAKEN',
  message: { th: 'มีหัวข้อที่ใช้รหัสนี้แล้ว', en: 'There is a topic with this code already.' },
};

act({
  name: 'addOitTopic',
  description: 'เพิ่มหัวข้อที่คงอยู่ของแบบตรวจ OIT · Adds a lasting topic of the OIT, which items of checklists may ask for.',
  by: isCityAdministrator,
  on: onCity,
  errors: {},
  input: AddOitTopicInput,
  payload: OitTopicPayload,
  work: async ({ isSample, ...input }, { db }) => {
    const check = new Check();
    const texts = {
      code: check.text('code', input.code, { max: TOPIC_CODE_MAX }),
      nameTh: check.text('nameTh', input.nameTh, { max: NAME_MAX }),
      nameEn: check.text('nameEn', input.nameEn, { max: NAME_MAX }),
      sourceTh: check.text('sourceTh', input.sourceTh, { max: TEXT_MAX }),
    };
    const answeredBy = {
      answeredBy: input.answeredBy ?? null,
      declarationKind: input.declarationKind ?? null,
      reportKind: input.reportKind ?? null,
    };
    check.include(problemsOfTopic(answeredBy));
    const places = await db.oitTopic.findMany({ select: { sortOrder: true } });
    if (places.length >= most.oitTopics)
      check.add(
        'code',
        `มีหัวข้อได้ไม่เกิน ${most.oitTopics} หัวข้อ`,
        `There are at most ${most.oitTopics} topics.`,
        'TOO_MANY',
      );
    check.refuse();
    const data = {
      ...texts,
      ...answeredBy,
      isSample: isSample ?? false,
      sortOrder: Math.max(0, ...places.map(({ sortOrder }) => sortOrder)) + 1,
    };
    return unlessTaken(db.oitTopic.create({ data, select: { id: true } }), taken);
  },
});
