import { allow } from '../access/shield.ts';

/** Reference data, open to everybody. */
export const calendarRules = {
  Query: { holidays: allow, legalClocks: allow, documentRules: allow, deadline: allow, fiscalYear: allow },
  Holiday: allow,
  LegalClock: allow,
  DocumentRule: allow,
  Deadline: allow,
  FiscalYearDays: allow,
  QuarterDays: allow,
};
