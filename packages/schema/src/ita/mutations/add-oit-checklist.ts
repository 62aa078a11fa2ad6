import { isCityAdministrator } from '../../access/access.rules.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { OitChecklistItemInput } from '../oit/checklist.inputs.ts';
import { itemOf, knownOf } from '../oit/checklist-item.ts';
import { problemsOfItems } from '../oit/checklist-validation.ts';
import { ItaRoundPayload } from '../oit/round.payload.ts';

const AddOitChecklistInput = builder.inputType('AddOitChecklistInput', {
  description: 'แบบตรวจ OIT ของปีหนึ่ง ทั้งชุด · The OIT checklist of a year, whole.',
  fields: (t) => ({
    fiscalYear: t.field({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year (B.E.).' }),
    isSample: t.boolean({
      description:
        'เป็นแบบตรวจสมมติของหน่วยงานตัวอย่าง · Whether it is invented, for the agencies of kind SAMPLE alone; absent: no.',
    }),
    sourceTh: t.string({
      required: true,
      description:
        'แหล่งที่มา เช่น ประกาศของสำนักงาน ป.ป.ช. ไม่เกิน 4,000 ตัวอักษร · Source, such as the announcement of the NACC, at most 4,000 characters.',
    }),
    items: t.field({
      type: [OitChecklistItemInput],
      required: true,
      description: 'ข้อของแบบตรวจ ตามลำดับ 1-100 ข้อ · Its items in their order, 1 to 100.',
    }),
  }),
});

type Input = typeof AddOitChecklistInput.$inferInput;

const taken = (fiscalYear: number) => ({
  field: 'fiscalYear',
  code: 'CHECKLIST_TAKEN',
  message: withSource(
    {
      th: `มีแบบตรวจ OIT ของปีงบประมาณ ${fiscalYear} แล้ว`,
      en: `There is an OIT checklist of fiscal year ${fiscalYear} already.`,
    },
    'registry',
  ),
});

/** The items as they are kept. */
function itemsOf(check: Check, items: Input['items']) {
  if (items.length === 0)
    check.add('items', 'แบบตรวจต้องมีอย่างน้อยหนึ่งข้อ', 'A checklist has at least one item.', 'CHECKLIST_EMPTY');
  check.list('items', items, most.itemsOfOitChecklist);
  return items.map((item, index) => ({ ...itemOf(check.at(`items[${index}]`), item), sortOrder: index + 1 }));
}

act({
  name: 'addOitChecklist',
  description:
    'เพิ่มแบบตรวจ OIT ของปีงบประมาณหนึ่งทั้งชุด ทุกหน่วยงานของรอบได้ข้อของตนทันที · Adds the OIT checklist of a fiscal year, whole, as it was announced. Every agency of the round has its items from then on; an item is corrected until one of them has answered it.',
  by: isCityAdministrator,
  on: onCity,
  errors: {},
  input: AddOitChecklistInput,
  payload: ItaRoundPayload,
  work: async ({ fiscalYear, ...input }, tx) => {
    const { db } = tx;
    const isSample = input.isSample ?? false;
    const check = new Check();
    const sourceTh = check.text('sourceTh', input.sourceTh, { max: TEXT_MAX });
    const items = itemsOf(check, input.items);
    const known = await knownOf(tx, { fiscalYear, isSample });
    const { ruleSetId, indicatorIds, topicIds } = known;
    if (ruleSetId) check.include(problemsOfItems(items, known));
    else
      check.add(
        'fiscalYear',
        'ไม่มีชุดเกณฑ์ ITA ของปีนี้',
        'There is no rule set of the ITA for this year.',
        'RULE_SET_UNKNOWN',
      );
    if (await db.itaRound.findFirst({ where: { fiscalYear, isSample }, select: { id: true } }))
      check.include([taken(fiscalYear)]);
    check.refuse();
    const { id: roundId } = await unlessTaken(
      db.itaRound.create({
        data: { fiscalYear, isSample, sourceTh, ruleSetId: ruleSetId ?? '' },
        select: { id: true },
      }),
      taken(fiscalYear),
    );
    await db.oitChecklistItem.createMany({
      data: items.flatMap(({ indicatorNumber, topicCode, ...item }) => {
        const indicatorId = indicatorIds.get(indicatorNumber);
        return indicatorId ? [{ ...item, roundId, indicatorId, topicId: topicIds.get(topicCode ?? '') ?? null }] : [];
      }),
    });
    return { id: roundId };
  },
});
