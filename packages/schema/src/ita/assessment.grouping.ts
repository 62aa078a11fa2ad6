import { agencyKeys } from '../agency/agency-keys.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { Origin } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey, textKey } from '../graphql/grouping/keys.ts';
import { ItaAssessmentWhere, itaAssessmentList } from './assessment.type.ts';

groupedField({
  root: 'itaAssessmentsGrouped',
  name: 'ItaAssessment',
  subject: { th: 'ผลการประเมินคุณธรรมและความโปร่งใส', en: 'ITA results' },
  model: 'ItaAssessment',
  where: ItaAssessmentWhere,
  shape: itaAssessmentList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณ · Fiscal year.'),
    gradeCode: textKey({
      path: ['gradeCode'],
      description:
        'รหัสระดับตามเกณฑ์ของปี · Code of the grade by the rules of the year; null where the scores do not tell.',
    }),
    status: enumKey(EntryStatus, ['status'], 'สถานะ · Status of the entry.'),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {
    total: { path: ['total'], description: 'คะแนนรวม (เต็ม 100) · Total score, of 100, where it is known.' },
  },
  distinct: { agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' } },
});
