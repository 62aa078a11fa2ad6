import { agencyKeys } from '../agency/agency-keys.type.ts';
import { Origin } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey, stateKey, textKey } from '../graphql/grouping/keys.ts';
import { RuleBasis } from '../graphql/rule-basis.ts';
import { FindingSeverity, FindingState } from './finding.enums.ts';
import { FindingWhere, findingList } from './finding.list.ts';

groupedField({
  root: 'findingsGrouped',
  name: 'Finding',
  subject: { th: 'ข้อสังเกต', en: 'findings' },
  model: 'Finding',
  where: FindingWhere,
  shape: findingList.shape,
  keys: {
    ...agencyKeys(),
    code: textKey({ path: ['code'], description: 'รหัสข้อสังเกต · Code of the finding.' }),
    severity: enumKey(FindingSeverity, ['severity'], 'ความรุนแรง · Severity.'),
    state: stateKey(FindingState, 'state', findingList.shape, 'สถานะ · State.'),
    basis: stateKey(RuleBasis, 'basis', findingList.shape, 'สิ่งที่กำหนด · What asks for it.'),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณที่เกี่ยวข้อง · Fiscal year concerned; null where there is none.'),
    sourceDocument: textKey({
      path: ['sourceDocument'],
      description: 'เอกสารต้นทาง · Source document; null where there is none.',
    }),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {},
  distinct: {
    agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' },
    codes: { path: ['code'], description: 'รหัสข้อสังเกต · Codes of findings.' },
  },
});
