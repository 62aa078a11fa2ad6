import {
  addCalendarDays,
  addWorkingDays,
  type ClosedDays,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.logic.ts';

/** How a time limit counts: `days` of working days or of calendar days, or at once, when `days` is 0. */
export type Clock = {
  readonly days: number;
  readonly calendar: 'WORKING' | 'CALENDAR' | 'IMMEDIATE';
  readonly repeats?: boolean;
};

/**
 * `lastDay` is where the count ends, `dueOn` the day by which the act still counts as in time. They differ when a count of calendar days
 * ends on a day on which offices are closed: the period then ends on the next working day (Civil and Commercial Code, section 193/8).
 * Where the Administrative Procedure Act B.E. 2539 binds an authority, its section 64 paragraph 2 gives no such grace: `lastDay` counts.
 */
export type Deadline = { readonly lastDay: Date; readonly dueOn: Date };

/**
 * The deadline of a clock that an event started. A repeating clock has one deadline each time: all are counted from the event, so that
 * a deadline that moved past a holiday does not push the following ones.
 */
export function deadlineOf(clock: Clock, startedOn: Date, closed: ClosedDays, occurrence = 1): Deadline {
  if (!Number.isInteger(occurrence) || occurrence < 1 || (occurrence > 1 && clock.repeats !== true)) {
    throw new RangeError(
      `a clock that ${clock.repeats ? 'repeats' : 'runs once'} has no deadline number ${occurrence}`,
    );
  }
  const days = clock.days * occurrence;
  switch (clock.calendar) {
    case 'IMMEDIATE':
      // What has to be done at once does not wait for the office to open.
      return { lastDay: startedOn, dueOn: startedOn };
    case 'WORKING': {
      const lastDay = addWorkingDays(startedOn, days, closed);
      return { lastDay, dueOn: lastDay };
    }
    case 'CALENDAR': {
      const lastDay = addCalendarDays(startedOn, days);
      return { lastDay, dueOn: workingDayFrom(lastDay, closed) };
    }
  }
}

export type ClockState = 'MET' | 'RUNNING' | 'DUE_SOON' | 'OVERDUE';

export type ClockReading = {
  readonly state: ClockState;
  /** Working days that are left, from today to the due day; negative by as many as have passed since. Null once it is met. */
  readonly workingDaysLeft: number | null;
  /** Overdue, or done after the due day. */
  readonly isLate: boolean;
};

/** Working days before the due day at which a clock asks for attention. */
export const DUE_SOON_WORKING_DAYS = 3;

/** How a clock stands today. What was done stays MET, even when it was done late. */
export function readClock(
  clock: { readonly dueOn: Date; readonly doneOn: Date | null },
  today: Date,
  closed: ClosedDays,
  dueSoonWorkingDays = DUE_SOON_WORKING_DAYS,
): ClockReading {
  const { dueOn, doneOn } = clock;
  if (doneOn !== null) return { state: 'MET', workingDaysLeft: null, isLate: doneOn > dueOn };
  const workingDaysLeft = workingDaysBetween(today, dueOn, closed);
  if (today > dueOn) return { state: 'OVERDUE', workingDaysLeft, isLate: true };
  return { state: workingDaysLeft <= dueSoonWorkingDays ? 'DUE_SOON' : 'RUNNING', workingDaysLeft, isLate: false };
}
