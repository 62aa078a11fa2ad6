import { agencyKeys } from '../agency/agency-keys.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { Origin } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey } from '../graphql/grouping/keys.ts';
import { ResultFrequency } from './guideline.enums.ts';
import { GuidelineResultWhere, guidelineResultList } from './guideline-result.type.ts';

groupedField({
  root: 'indicatorResultsGrouped',
  name: 'GuidelineResult',
  subject: { th: 'ผลตามตัวชี้วัด', en: 'results by indicator' },
  model: 'GuidelineResult',
  where: GuidelineResultWhere,
  shape: guidelineResultList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณ · Fiscal year.'),
    frequency: enumKey(
      ResultFrequency,
      ['frequency'],
      'รอบที่ทำ ไม่ระบุ = ไม่ได้กล่าวไว้ · How often it is done; null where not stated.',
    ),
    status: enumKey(EntryStatus, ['status'], 'สถานะ · Status.'),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {},
  distinct: { agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' } },
});
