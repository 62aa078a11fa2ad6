import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput, notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { columnsOf, giftContent, requirePosition } from '../gift.inputs.ts';
import { periodOf, problemsOfGift } from '../gift.logic.ts';
import { GiftReportPayload } from '../gift.payload.ts';
import { GiftReport } from '../gift-report.type.ts';
import { isContradicted, noneStated } from '../period-taken.ts';

const EditGiftReportInput = builder.inputType('EditGiftReportInput', {
  description: 'เนื้อหาใหม่ทั้งหมดของรายงาน · The report as it is to be: all of it is given.',
  fields: (t) => ({
    giftReportId: t.globalID({ for: GiftReport, required: true, description: 'รายงาน · The report.' }),
    ...atVersion(t, 'report'),
    ...giftContent(t),
  }),
});

act({
  name: 'editGiftReport',
  description:
    'แก้ไขรายงานที่เป็นร่างหรือเปิดแก้ไขแล้ว · Edits a gift report that is a draft or was opened to be corrected: what is given takes the place of what it said.',
  by: isEditorOfAgency,
  on: onWrittenEntry('GiftReport'),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: entryNotWritten,
    INVALID_INPUT: 'วันขัดกัน หรือแจ้งว่าไม่มีแล้ว · days that contradict, or none stated for the half-year',
  },
  input: EditGiftReportInput,
  payload: GiftReportPayload,
  work: async ({ giftReportId: { id }, expectedVersion, ...input }, { db, agencyId, markChanged }) => {
    const report = await db.giftReport.findUnique({ where: { id }, select: { status: true } });
    if (!report) throw notFound('giftReportId');
    requireEntryWritten(report.status);
    const columns = columnsOf(input);
    const period = periodOf(columns.offeredOn);
    const check = new Check();
    check.include(problemsOfGift(columns, todayInBangkok()));
    const stated = await db.noGiftStatement.findFirst({ where: period, select: { id: true } });
    if (stated) check.include([noneStated]);
    check.refuse();
    await requirePosition(db, columns.positionId);
    const where = { id, version: expectedVersion, status: report.status };
    try {
      await requireVersion(
        db.giftReport.updateMany({ where, data: { ...period, ...columns, version: { increment: 1 } } }),
      );
    } catch (error) {
      throw isContradicted(error) ? invalidInput(noneStated) : error;
    }
    markChanged(agencyId, 'GiftReport', id);
    return { id };
  },
});
