import { notFound } from '../base/errors.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { builder } from '../graphql/builder.ts';
import { Check } from '../graphql/inputs/check.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { knownHolidays } from './calendar.loader.ts';
import { isCalendarCertain } from './calendar-coverage.logic.ts';
import { deadlineOf, readClock } from './deadline.logic.ts';
import { Deadline } from './deadline.type.ts';
import { closedDays, isWorkingDay } from './working-days.logic.ts';

const OCCURRENCE_MAX = 120;

builder.queryFields((t) => ({
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
}));
