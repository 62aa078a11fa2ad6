import { agencyKeys } from '../agency/agency-keys.type.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey } from '../graphql/grouping/keys.ts';
import { periodKeys } from '../graphql/grouping/period-keys.ts';
import { OitAnswer, OitAppealResult, OitReviewResult } from './oit.enums.ts';
import { OitItemWhere, oitItemList } from './oit-item.type.ts';

groupedField({
  root: 'oitItemsGrouped',
  name: 'OitItem',
  subject: { th: 'ข้อ OIT ของหน่วยงาน', en: 'items of the OIT' },
  model: 'OitItem',
  where: OitItemWhere,
  shape: oitItemList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณของรอบ · Fiscal year of the round.'),
    answer: enumKey(OitAnswer, ['answer'], 'วิธีที่ได้รับคำตอบ · How it is answered.'),
    reviewResult: enumKey(
      OitReviewResult,
      ['reviewResult'],
      'ผลการตรวจ ไม่ระบุ = ยังไม่มีผล · Result of the review; null while there is none.',
    ),
    appealResult: enumKey(
      OitAppealResult,
      ['appealResult'],
      'ผลการอุทธรณ์ ไม่ระบุ = ยังไม่มีผล · What became of the appeal; null while there is none.',
    ),
    ...periodKeys('published', 'publishedOn', {
      th: 'วันที่เผยแพร่คำตอบ',
      en: 'day since when the answer has been public',
    }),
  },
  numbers: {},
  distinct: { agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' } },
});
