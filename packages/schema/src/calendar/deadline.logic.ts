import type { ClockCalendar, ClockParty } from '@registry/prisma/generated/client/enums.ts';
import { thresholds } from '../base/thresholds.logic.ts';
import {
  addCalendarDays,
  addWorkingDays,
  type ClosedDays,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.logic.ts';

/** How a time limit counts: so many working days or calendar days, at once (0 days), or as soon as possible (no number of days). */
export type Clock = {
  readonly days: number | null;
  readonly calendar: ClockCalendar;
  /** An official in office, or a private person who deals with the authority. */
  readonly binds: ClockParty;
  readonly repeats?: boolean;
};

/**
 * `lastDay` is where the count ends, `dueOn` the day by which the act still counts as in time. They differ where the last day of a private
 * person is a day on which offices are closed: the period then ends on the next working day (Administrative Procedure Act B.E. 2539,
 * section 64 paragraph 3). An official is held to the last day itself, closed or not (paragraph 2).
 */
export type Deadline = { readonly lastDay: Date; readonly dueOn: Date };

/**
 * The deadline of a clock that an event started; null where the clock names no number of days. A repeating clock has one deadline each
 * time: all are counted from the event, so that a deadline that moved past a holiday does not push the following ones.
 */
export function deadlineOf(clock: Clock, startedOn: Date, closed: ClosedDays, occurrence = 1): Deadline | null {
  if (!Number.isInteger(occurrence) || occurrence < 1 || (occurrence > 1 && clock.repeats !== true)) {
    throw new RangeError(
      `a clock that ${clock.repeats ? 'repeats' : 'runs once'} has no deadline number ${occurrence}`,
    );
  }
  // What is due at once does not wait for the office to open, for officials and private persons alike.
  if (clock.calendar === 'IMMEDIATE') return { lastDay: startedOn, dueOn: startedOn };
  if (clock.days === null) return null;
  const days = clock.days * occurrence;
  if (clock.calendar === 'WORKING') {
    const lastDay = addWorkingDays(startedOn, days, closed);
    return { lastDay, dueOn: lastDay };
  }
  const lastDay = addCalendarDays(startedOn, days);
  return { lastDay, dueOn: clock.binds === 'OFFICIAL' ? lastDay : workingDayFrom(lastDay, closed) };
}

export type ClockState = 'MET' | 'RUNNING' | 'DUE_SOON' | 'OVERDUE' | 'NO_DUE_DAY';

export type ClockReading = {
  readonly state: ClockState;
  /**
   * Working days that are left, from today to the due day; negative by as many as have passed since. Null once it is met, and where there is
   * no due day.
   */
  readonly workingDaysLeft: number | null;
  /** Overdue, or done after the due day. */
  readonly isLate: boolean;
};

/** How a clock stands today. What was done stays MET, even when it was done late. */
export function readClock(
  clock: { readonly dueOn: Date | null; readonly doneOn: Date | null },
  today: Date,
  closed: ClosedDays,
  dueSoonWorkingDays = thresholds.clockDueSoonWorkingDays,
): ClockReading {
  const { dueOn, doneOn } = clock;
  if (doneOn !== null) return { state: 'MET', workingDaysLeft: null, isLate: dueOn !== null && doneOn > dueOn };
  // "As soon as possible" is no day: it is never counted as overdue.
  if (dueOn === null) return { state: 'NO_DUE_DAY', workingDaysLeft: null, isLate: false };
  const workingDaysLeft = workingDaysBetween(today, dueOn, closed);
  if (today > dueOn) return { state: 'OVERDUE', workingDaysLeft, isLate: true };
  return { state: workingDaysLeft <= dueSoonWorkingDays ? 'DUE_SOON' : 'RUNNING', workingDaysLeft, isLate: false };
}
