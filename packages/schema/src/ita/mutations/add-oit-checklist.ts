import { isCityAdministrator } from '../../access/access.rules.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import { problemsOfItems } from '../oit/checklist-validation.ts';
import { ItaRoundPayload } from '../oit/round.payload.ts';
import { ruleSetOfYear } from '../rule-set-of-year.ts';

const CODE_MAX = 20;

const OitChecklistItemInput = builder.inputType('OitChecklistItemInput', {
  description: 'ข้อหนึ่งของแบบตรวจ OIT · An item of an OIT checklist.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: 'รหัสข้อของปีนั้น เช่น O1 ไม่เกิน 20 ตัวอักษร · Code in that year, such as O1, at most 20 characters.',
    }),
    textTh: t.string({
      required: true,
      description: 'ข้อความภาษาไทย ไม่เกิน 4,000 ตัวอักษร · What is to be disclosed, in Thai, at most 4,000 characters.',
    }),
    textEn: t.string({
      description: 'ข้อความภาษาอังกฤษ ไม่เกิน 4,000 ตัวอักษร · The same in English, at most 4,000 characters.',
    }),
    indicatorNumber: t.int({
      required: true,
      description: 'ลำดับตัวชี้วัดที่วัดด้วย OIT · Number of the indicator, one that the OIT measures.',
    }),
    topicCode: t.string({
      description:
        'รหัสหัวข้อที่คงอยู่ ไม่เกิน 40 ตัวอักษร · Code of the lasting topic, at most 40 characters; absent where none fits.',
    }),
  }),
});

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

/** The rule set of the year, with what items may point to. */
async function knownOf({ db }: ActTransaction, fiscalYear: number) {
  const ruleSet = await db.itaRuleSet.findFirst({
    where: ruleSetOfYear(fiscalYear),
    select: { id: true, indicators: { where: { instrumentCode: 'OIT' }, select: { id: true, number: true } } },
  });
  const topics = await db.oitTopic.findMany({ select: { id: true, code: true } });
  return {
    ruleSetId: ruleSet?.id,
    indicatorIds: new Map(ruleSet?.indicators.map(({ id, number }) => [number, id])),
    topicIds: new Map(topics.map(({ id, code }) => [code, id])),
  };
}

/** The items as they are kept. */
function itemsOf(check: Check, items: Input['items']) {
  if (items.length === 0)
    check.add('items', 'แบบตรวจต้องมีอย่างน้อยหนึ่งข้อ', 'A checklist has at least one item.', 'CHECKLIST_EMPTY');
  check.list('items', items, most.itemsOfOitChecklist);
  return items.map(({ code, textTh, textEn, indicatorNumber, topicCode }, index) => {
    const each = check.at(`items[${index}]`);
    return {
      sortOrder: index + 1,
      code: each.text('code', code, { max: CODE_MAX }),
      textTh: each.text('textTh', textTh, { max: TEXT_MAX }),
      textEn: each.optionalText('textEn', textEn, { max: TEXT_MAX }),
      indicatorNumber,
      topicCode: each.optionalText('topicCode', topicCode, { max: CODE_MAX * 2 }),
    };
  });
}

act({
  name: 'addOitChecklist',
  description:
    'เพิ่มแบบตรวจ OIT ของปีงบประมาณหนึ่งทั้งชุด ซึ่งแก้ไขภายหลังไม่ได้ · Adds the OIT checklist of a fiscal year, whole, as it was announced; its items never change afterwards, because agencies answer them.',
  by: isCityAdministrator,
  errors: {},
  input: AddOitChecklistInput,
  payload: ItaRoundPayload,
  work: async ({ fiscalYear, ...input }, tx) => {
    const { db } = tx;
    const isSample = input.isSample ?? false;
    const check = new Check();
    const sourceTh = check.text('sourceTh', input.sourceTh, { max: TEXT_MAX });
    const items = itemsOf(check, input.items);
    const known = await knownOf(tx, fiscalYear);
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
