import { isCityAdministrator } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { checklistItemFields } from '../oit/checklist.inputs.ts';
import { itemOf, knownOf, unlessAnswered } from '../oit/checklist-item.ts';
import { problemsOfItems } from '../oit/checklist-validation.ts';
import { ItaRoundPayload } from '../oit/round.payload.ts';
import { OitChecklistItem } from '../oit/round.type.ts';

const EditOitChecklistItemInput = builder.inputType('EditOitChecklistItemInput', {
  description: 'การแก้ไขข้อหนึ่งของแบบตรวจ OIT ทั้งข้อ · An item of an OIT checklist, whole, in place of what it said.',
  fields: (t) => ({
    itemId: t.globalID({
      for: OitChecklistItem,
      required: true,
      description: 'ข้อของแบบตรวจ · The item of the checklist.',
    }),
    ...atVersion(t, 'round'),
    ...checklistItemFields(t),
  }),
});

act({
  name: 'editOitChecklistItem',
  description:
    'แก้ไขข้อของแบบตรวจ OIT ที่บันทึกผิด ตราบที่ยังไม่มีหน่วยงานใดตอบหรือมีผลการตรวจ · Corrects an item of an OIT checklist while no agency has answered it and no review of it is known; what records answer by themselves follows it. The version is that of the round.',
  by: isCityAdministrator,
  on: onAny('OitChecklistItem'),
  errors: { NOT_FOUND: true },
  input: EditOitChecklistItemInput,
  payload: ItaRoundPayload,
  work: async ({ itemId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const before = await db.oitChecklistItem.findUnique({
      where: { id },
      select: {
        roundId: true,
        round: { select: { fiscalYear: true, isSample: true, items: { select: { id: true, code: true } } } },
      },
    });
    if (!before) throw notFound('itemId');
    const { roundId, round } = before;
    const check = new Check();
    const { indicatorNumber, topicCode, ...item } = itemOf(check, input);
    const known = await knownOf(tx, round);
    const others = round.items.filter((other) => other.id !== id);
    check.include(problemsOfItems([{ ...item, indicatorNumber, topicCode }], known, others, () => ''));
    check.refuse();
    await requireVersion(
      db.itaRound.updateMany({ where: { id: roundId, version: expectedVersion }, data: { version: { increment: 1 } } }),
    );
    const indicatorId = known.indicatorIds.get(indicatorNumber) ?? '';
    const topicId = known.topicIds.get(topicCode ?? '') ?? null;
    await unlessAnswered(db.oitChecklistItem.updateMany({ where: { id }, data: { ...item, indicatorId, topicId } }));
    return { id: roundId };
  },
});
