import { agencyKeys } from '../agency/agency-keys.type.ts';
import { Origin, RecordStatus } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey } from '../graphql/grouping/keys.ts';
import { YearReportKind } from './report.enums.ts';
import { YearReportWhere, yearReportList } from './year-report.type.ts';

groupedField({
  root: 'planReportsGrouped',
  name: 'YearReport',
  subject: { th: 'รายงานผล', en: 'year reports' },
  model: 'YearReport',
  where: YearReportWhere,
  shape: yearReportList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณที่รายงาน · Fiscal year that it is about.'),
    kind: enumKey(YearReportKind, ['kind'], 'รอบหรือเรื่อง · Period or subject.'),
    status: enumKey(RecordStatus, ['status'], 'สถานะ · Status.'),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {},
  distinct: { agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' } },
});
