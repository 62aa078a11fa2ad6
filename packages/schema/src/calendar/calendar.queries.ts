import { notFound } from '../base/errors.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { builder } from '../graphql/builder.ts';
import { Check } from '../graphql/inputs/check.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { reusable } from '../graphql/reusable.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { knownHolidays } from './calendar.loader.ts';
import { Holiday, LegalClock } from './calendar.type.ts';
import { isCalendarCertain } from './calendar-coverage.logic.ts';
import { deadlineOf, readClock } from './deadline.logic.ts';
import { Deadline } from './deadline.type.ts';
import { FiscalYearDays } from './fiscal-year.type.ts';
import { addCalendarDays, closedDays, isWorkingDay } from './working-days.logic.ts';

const HOLIDAY_DAYS_MAX = 800;
const OCCURRENCE_MAX = 120;

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
  deadline: t.field({
    type: Deadline,
    description:
      'กำหนดเวลาเมื่อเริ่มนับจากวันที่หนึ่ง · The deadline of a legal clock that starts on a day. Anybody may ask. Errors: NOT_FOUND (no such clock), INVALID_INPUT.',
    args: {
      clock: t.arg.string({
        required: true,
        description: 'รหัสจาก `legalClocks` · Code of the clock, from `legalClocks`.',
      }),
      from: t.arg({ type: 'Date', required: true, description: 'วันที่เกิดเหตุ · Day of the event.' }),
      occurrence: t.arg.int({
        required: true,
        defaultValue: 1,
        description: `ครั้งที่เท่าใด สำหรับระยะเวลาที่นับซ้ำ · Which time, for a clock that repeats: 1 to ${OCCURRENCE_MAX}.`,
      }),
    },
    resolve: async (_root, { clock: code, from, occurrence }, context) => {
      const clock = await agencyDb(context).legalClock.findUnique({ where: { code: givenText('clock', code) } });
      if (!clock) throw notFound('clock');
      const check = new Check();
      check.within('occurrence', occurrence, 1, clock.repeats ? OCCURRENCE_MAX : 1);
      check.refuse();
      const holidays = await knownHolidays(context);
      const closed = closedDays(holidays.map(({ date }) => date));
      const deadline = deadlineOf(clock, from, closed, occurrence);
      const { lastDay, dueOn } = deadline ?? { lastDay: null, dueOn: null };
      const hangsOnHolidays =
        clock.calendar === 'WORKING' || (clock.calendar === 'CALENDAR' && clock.binds !== 'OFFICIAL');
      return {
        lastDay,
        dueOn,
        ...readClock({ dueOn, doneOn: null }, todayInBangkok(), closed),
        startedOn: from,
        days: clock.days && clock.days * occurrence,
        calendar: clock.calendar,
        binds: clock.binds,
        endsOnClosedDay: lastDay !== null && !isWorkingDay(lastDay, closed),
        isCertain: !hangsOnHolidays || dueOn === null || isCalendarCertain(from, dueOn, holidays),
      };
    },
  }),
  fiscalYear: t.field({
    type: FiscalYearDays,
    description:
      'ปีงบประมาณของวันที่ (ไม่ระบุ = วันนี้) · The fiscal year of a day, with its quarters; of today in Bangkok when no day is given. Anybody may ask.',
    args: { date: t.arg({ type: 'Date', description: 'วันที่ · The day.' }) },
    resolve: (_root, { date }) => date ?? todayInBangkok(),
  }),
}));
