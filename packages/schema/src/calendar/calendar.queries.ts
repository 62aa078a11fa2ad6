import { todayInBangkok } from '../base/today.logic.ts';
import { builder } from '../graphql/builder.ts';
import { Check } from '../graphql/inputs/check.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { reusable } from '../graphql/reusable.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Holiday, LegalClock } from './calendar.type.ts';
import { FiscalYearDays } from './fiscal-year.type.ts';
import { addCalendarDays } from './working-days.logic.ts';

const HOLIDAY_DAYS_MAX = 800;

builder.queryFields((t) => ({
  holidays: t.prismaField({
    type: [Holiday],
    description:
      'วันหยุดราชการในช่วงวันที่ · Public holidays of government offices from one day to another, both included. Anybody may ask. Errors: INVALID_INPUT.',
    listSize: HOLIDAY_DAYS_MAX + 1,
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'ตั้งแต่วันที่ · First day.' }),
      to: t.arg({
        type: 'Date',
        required: true,
        description: `ถึงวันที่ (ช่วงไม่เกิน ${HOLIDAY_DAYS_MAX} วัน) · Last day, at most ${HOLIDAY_DAYS_MAX} days after the first.`,
      }),
    },
    extensions: reusable('SCOPE'),
    resolve: (query, _root, { from, to }, context) => {
      const check = new Check();
      check.inOrder('from', from, 'to', to);
      if (to > addCalendarDays(from, HOLIDAY_DAYS_MAX))
        check.add('to', `ขอได้ครั้งละไม่เกิน ${HOLIDAY_DAYS_MAX} วัน`, `Ask for at most ${HOLIDAY_DAYS_MAX} days at a time.`);
      check.refuse();
      return agencyDb(context).holiday.findMany({
        ...query,
        where: { date: { gte: from, lte: to } },
        orderBy: { date: 'asc' },
      });
    },
  }),
  legalClocks: t.prismaField({
    type: [LegalClock],
    description:
      'ระยะเวลาตามกฎหมายและแนวปฏิบัติ · The time limits that laws and guidelines set, by code. Anybody may ask.',
    listSize: most.legalClocks,
    extensions: reusable('SCOPE'),
    resolve: (query, _root, _args, context) =>
      agencyDb(context).legalClock.findMany({ ...query, orderBy: { code: 'asc' } }),
  }),
  fiscalYear: t.field({
    type: FiscalYearDays,
    description:
      'ปีงบประมาณของวันที่ (ไม่ระบุ = วันนี้) · The fiscal year of a day, with its quarters; of today in Bangkok when no day is given. Anybody may ask.',
    args: { date: t.arg({ type: 'Date', description: 'วันที่ · The day.' }) },
    resolve: (_root, { date }) => date ?? todayInBangkok(),
  }),
}));
