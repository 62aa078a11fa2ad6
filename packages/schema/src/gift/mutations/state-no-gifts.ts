import { isApproverOfAgency } from '../../access/access.rules.ts';
import { invalidInput } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { isDuplicate } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { problemsOfNone } from '../gift.logic.ts';
import { NoGiftStatementPayload } from '../gift.payload.ts';
import { isContradicted, isReported } from '../period-taken.ts';

const StateNoGiftsInput = builder.inputType('StateNoGiftsInput', {
  description: 'ครึ่งปีที่ไม่มีการรับหรือถูกเสนอ · A half-year in which nothing was received or offered.',
  fields: (t) => ({
    fiscalYear: t.field({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ · Fiscal year.' }),
    half: t.int({
      required: true,
      description:
        'ครึ่งปี: 1 = ตุลาคมถึงมีนาคม 2 = เมษายนถึงกันยายน ที่สิ้นสุดแล้ว · Half of the year: 1 is October to March, 2 April to September; one that has ended.',
    }),
  }),
});

const stated = {
  field: 'half',
  message: { th: 'แจ้งว่าไม่มีของครึ่งปีนี้แล้ว', en: 'None has been stated for this half-year already.' },
};

act({
  name: 'stateNoGifts',
  description:
    'แจ้งว่าครึ่งปีที่สิ้นสุดแล้วไม่มีการรับหรือถูกเสนอของขวัญ · States that there was no gift or offer in a half-year that has ended, which is not the same as reporting nothing. The centre sees it.',
  by: isApproverOfAgency,
  on: onOwnAgency,
  errors: { INVALID_INPUT: 'ครึ่งปียังไม่สิ้นสุด มีรายงาน หรือแจ้งแล้ว · half-year not over, with reports, or stated already' },
  input: StateNoGiftsInput,
  payload: NoGiftStatementPayload,
  work: async ({ fiscalYear, half }, { db, agencyId, markChanged }) => {
    const period = { fiscalYear, half };
    const check = new Check();
    check.include(problemsOfNone(period, todayInBangkok()));
    if (await db.giftReport.findFirst({ where: period, select: { id: true } })) check.include([isReported]);
    if (await db.noGiftStatement.findFirst({ where: period, select: { id: true } })) check.include([stated]);
    check.refuse();
    try {
      const data = { agencyId, ...period, statedOn: todayInBangkok() };
      const created = await db.noGiftStatement.create({ data, select: { id: true } });
      markChanged(agencyId, 'NoGiftStatement', created.id);
      return created;
    } catch (error) {
      if (isContradicted(error)) throw invalidInput(isReported);
      throw isDuplicate(error) ? invalidInput(stated) : error;
    }
  },
});
