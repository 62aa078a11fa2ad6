import { isCityAdministrator } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { OitTopic } from '../oit/round.type.ts';
import { answeredByFields } from '../oit/topic.inputs.ts';
import { problemsOfTopic } from '../oit/topic.logic.ts';
import { OitTopicPayload } from '../oit/topic.payload.ts';

const EditOitTopicInput = builder.inputType('EditOitTopicInput', {
  description: 'การแก้ไขหัวข้อ OIT ช่องที่ไม่ระบุคงเดิม · A change of a topic; what is absent stays, null empties.',
  fields: (t) => ({
    topicId: t.globalID({ for: OitTopic, required: true, description: 'หัวข้อ · The topic.' }),
    ...atVersion(t, 'topic'),
    nameTh: t.string({ description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Name in Thai, at most 500 characters.' }),
    nameEn: t.string({ description: 'ชื่อภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · Name in English, at most 500 characters.' }),
    ...answeredByFields(t),
  }),
});

act({
  name: 'editOitTopic',
  description:
    'แก้ไขชื่อของหัวข้อ OIT หรือข้อมูลในทะเบียนที่ตอบหัวข้อ ข้อที่ยังไม่มีผลการตรวจจะได้รับคำตอบใหม่ · Changes what a topic is called, or by which records of the registry it is answered; items without a review are answered anew by it.',
  by: isCityAdministrator,
  on: onAny('OitTopic'),
  errors: { NOT_FOUND: true },
  input: EditOitTopicInput,
  payload: OitTopicPayload,
  work: async ({ topicId: { id }, expectedVersion, ...input }, { db }) => {
    const before = await db.oitTopic.findUnique({ where: { id } });
    if (!before) throw notFound('topicId');
    const {
      answeredBy = before.answeredBy,
      declarationKind = before.declarationKind,
      reportKind = before.reportKind,
    } = input;
    const check = new Check();
    const data = {
      nameTh: check.text('nameTh', input.nameTh, { max: NAME_MAX }),
      nameEn: check.text('nameEn', input.nameEn, { max: NAME_MAX }),
      answeredBy,
      declarationKind,
      reportKind,
    };
    check.include(problemsOfTopic(data));
    check.refuse();
    await requireVersion(
      db.oitTopic.updateMany({ where: { id, version: expectedVersion }, data: { ...data, version: { increment: 1 } } }),
    );
    return { id };
  },
});
