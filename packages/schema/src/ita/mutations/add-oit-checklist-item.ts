import { isCityAdministrator } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { checklistItemFields } from '../oit/checklist.inputs.ts';
import { itemOf, knownOf } from '../oit/checklist-item.ts';
import { problemsOfItems } from '../oit/checklist-validation.ts';
import { ItaRoundPayload } from '../oit/round.payload.ts';
import { ItaRound } from '../oit/round.type.ts';

const AddOitChecklistItemInput = builder.inputType('AddOitChecklistItemInput', {
  description: 'ข้อใหม่ของแบบตรวจ OIT ต่อท้าย · A new item of an OIT checklist; it comes last.',
  fields: (t) => ({
    roundId: t.globalID({ for: ItaRound, required: true, description: 'รอบการประเมิน · The round.' }),
    ...atVersion(t, 'round'),
    ...checklistItemFields(t),
  }),
});

act({
  name: 'addOitChecklistItem',
  description:
    'เพิ่มข้อที่ตกหล่นในแบบตรวจ OIT ทุกหน่วยงานของรอบได้ข้อนี้ทันที · Adds an item that was left out of an OIT checklist; every agency of the round has it from then on.',
  by: isCityAdministrator,
  on: onAny('ItaRound'),
  errors: { NOT_FOUND: true },
  input: AddOitChecklistItemInput,
  payload: ItaRoundPayload,
  work: async ({ roundId: { id: roundId }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const round = await db.itaRound.findUnique({
      where: { id: roundId },
      select: { fiscalYear: true, isSample: true, items: { select: { code: true, sortOrder: true } } },
    });
    if (!round) throw notFound('roundId');
    const check = new Check();
    const { indicatorNumber, topicCode, ...item } = itemOf(check, input);
    const known = await knownOf(tx, round);
    check.include(problemsOfItems([{ ...item, indicatorNumber, topicCode }], known, round.items, () => ''));
    if (round.items.length >= most.itemsOfOitChecklist)
      check.add(
        'roundId',
        `แบบตรวจมีได้ไม่เกิน ${most.itemsOfOitChecklist} ข้อ`,
        `A checklist has at most ${most.itemsOfOitChecklist} items.`,
        'CHECKLIST_FULL',
      );
    check.refuse();
    await requireVersion(
      db.itaRound.updateMany({ where: { id: roundId, version: expectedVersion }, data: { version: { increment: 1 } } }),
    );
    const last = Math.max(0, ...round.items.map(({ sortOrder }) => sortOrder));
    await db.oitChecklistItem.create({
      data: {
        ...item,
        roundId,
        sortOrder: last + 1,
        indicatorId: known.indicatorIds.get(indicatorNumber) ?? '',
        topicId: known.topicIds.get(topicCode ?? '') ?? null,
      },
    });
    return { id: roundId };
  },
});
