import { allow } from '../access/shield.ts';

/** Reference data: anybody may ask. */
export const calendarRules = {
  Query: { holidays: allow, legalClocks: allow, deadline: allow, fiscalYear: allow },
  Holiday: allow,
  LegalClock: allow,
  Deadline: allow,
  FiscalYearDays: allow,
  QuarterDays: allow,
};
