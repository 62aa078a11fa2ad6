import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { columnsOf, giftContent, requirePosition } from '../gift.inputs.ts';
import { periodOf, problemsOfGift } from '../gift.logic.ts';
import { GiftReportPayload } from '../gift.payload.ts';
import { isContradicted, noneStated } from '../period-taken.ts';

const DraftGiftReportInput = builder.inputType('DraftGiftReportInput', {
  description: 'รายงานใหม่ · A new gift report.',
  fields: (t) => giftContent(t),
});

act({
  name: 'draftGiftReport',
  description:
    'ร่างรายงานการรับหรือถูกเสนอของขวัญหรือประโยชน์ ไม่ระบุชื่อผู้ให้ · Drafts the report of a gift or benefit that was received or offered. It takes no name: say the position and the kind of giver.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: {
    NOT_FOUND: 'ไม่มีตำแหน่งนั้นในหน่วยงาน · no such position in the agency',
    INVALID_INPUT: 'วันขัดกัน หรือแจ้งว่าไม่มีแล้ว · days that contradict, or none stated for the half-year',
  },
  input: DraftGiftReportInput,
  payload: GiftReportPayload,
  work: async (input, { db, agencyId }) => {
    const columns = columnsOf(input);
    const period = periodOf(columns.offeredOn);
    const check = new Check();
    check.include(problemsOfGift(columns, todayInBangkok()));
    const stated = await db.noGiftStatement.findFirst({ where: period, select: { id: true } });
    if (stated) check.include([noneStated]);
    check.refuse();
    await requirePosition(db, columns.positionId);
    try {
      return await db.giftReport.create({ data: { agencyId, ...period, ...columns }, select: { id: true } });
    } catch (error) {
      throw isContradicted(error) ? invalidInput(noneStated) : error;
    }
  },
});
