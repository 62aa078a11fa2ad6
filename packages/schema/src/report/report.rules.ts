import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const reportRules = {
  Query: {
    planReports: isReaderOfRecords,
    planReportsGrouped: isReaderOfRecords,
    planSubmissions: isReaderOfRecords,
  },
  YearReport: allow,
  YearReportItem: allow,
  YearReportValue: allow,
  YearReportMeasure: allow,
  PlanSubmission: allow,
};
