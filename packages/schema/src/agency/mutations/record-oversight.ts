import { isCityAdministrator } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { Agency } from '../agency.type.ts';
import { onCentre, recordedCentre } from '../agency-standing.ts';
import { problemsOfOversight } from '../oversight.logic.ts';
import { OversightPayload } from '../oversight.payload.ts';

const RecordInput = builder.inputType('RecordOversightInput', {
  description: 'การที่ศูนย์ปฏิบัติการต่อต้านการทุจริตกำกับหน่วยงานหนึ่ง · That a centre oversees an agency.',
  fields: (t) => ({
    centreId: t.globalID({
      for: Agency,
      required: true,
      description: 'หน่วยงานต้นสังกัดของ ศปท.กทม. · The agency whose centre it is.',
    }),
    overseenId: t.globalID({
      for: Agency,
      required: true,
      description: 'หน่วยงานที่ถูกกำกับ · The agency that is overseen; not the same.',
    }),
    validFrom: t.field({ type: 'Date', description: 'ตั้งแต่วันที่ ไม่ทราบ = เว้นว่าง · First day, where it is known.' }),
    validTo: t.field({ type: 'Date', description: 'ถึงวันที่ ไม่มีกำหนด = เว้นว่าง · Last day, where it is known.' }),
    basisTh: t.string({
      required: true,
      description:
        'ฐานที่มา เช่น คำสั่งหรือระเบียบ ไม่เกิน 4,000 ตัวอักษร · What it rests on (order or regulation), at most 4,000 characters.',
    }),
  }),
});

act({
  name: 'recordOversight',
  description:
    'บันทึกว่า ศปท.กทม. กำกับหน่วยงานใดตั้งแต่เมื่อใด ซึ่งยอดรวมของกรุงเทพมหานครนับตามนี้ · Records that a centre oversees an agency: totals are about such agencies.',
  by: isCityAdministrator,
  on: onCentre,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT:
      'เป็นศูนย์อื่นจากที่บันทึกไว้ กำกับตนเอง หรือซ้อนกับรายการอื่น · by another centre than the one on record, of itself, overlapping another',
  },
  input: RecordInput,
  payload: OversightPayload,
  work: async ({ centreId: { id: centreId }, overseenId: { id: overseenId }, basisTh: basis, ...given }, { db }) => {
    const known = await db.agency.findMany({ where: { id: { in: [centreId, overseenId] } }, select: { id: true } });
    const missing = Object.entries({ centreId, overseenId }).filter(([, id]) => !known.some((each) => each.id === id));
    if (missing.length > 0) throw notFound(...missing.map(([field]) => field));
    const check = new Check();
    const basisTh = check.text('basisTh', basis, { max: TEXT_MAX });
    check.inOrder('validFrom', given.validFrom, 'validTo', given.validTo);
    const data = { centreId, overseenId, validFrom: given.validFrom ?? null, validTo: given.validTo ?? null };
    const others = await db.oversight.findMany({ where: { centreId, overseenId } });
    check.include(problemsOfOversight(data, others, await recordedCentre(db)));
    const count = await db.oversight.count({ where: { overseenId } });
    checkMaxCount(check, 'overseenId', { count, max: most.oversightOfAgency });
    check.refuse();
    return db.oversight.create({ data: { ...data, basisTh }, select: { id: true } });
  },
});
