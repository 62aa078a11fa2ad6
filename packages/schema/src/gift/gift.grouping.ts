import { agencyKeys } from '../agency/agency-keys.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { Origin } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey, numberKey } from '../graphql/grouping/keys.ts';
import { periodKeys } from '../graphql/grouping/period-keys.ts';
import { positionKey } from '../graphql/grouping/record-keys.ts';
import { BenefitKind, GiftOccasion, GiftOutcome, GiftValueBand, GiverKind } from './gift.enums.ts';
import { GiftReportWhere, giftReportList } from './gift-report.type.ts';

groupedField({
  root: 'giftReportsGrouped',
  name: 'GiftReport',
  subject: { th: 'รายงานการรับหรือถูกเสนอของขวัญ', en: 'gift reports' },
  model: 'GiftReport',
  where: GiftReportWhere,
  shape: giftReportList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณของวันที่ถูกเสนอ · Fiscal year of the day of the offer.'),
    half: numberKey({
      path: ['half'],
      unit: { th: 'ครึ่งปีที่', en: 'half' },
      description: 'ครึ่งปีงบประมาณ · Half of the fiscal year.',
    }),
    giver: enumKey(GiverKind, ['giver'], 'ประเภทผู้ให้ · Kind of giver.'),
    benefit: enumKey(BenefitKind, ['benefit'], 'ชนิดของทรัพย์สินหรือประโยชน์ · What was given or offered.'),
    occasion: enumKey(GiftOccasion, ['occasion'], 'โอกาส · Occasion.'),
    valueBand: enumKey(GiftValueBand, ['valueBand'], 'ช่วงมูลค่า · Band of the value.'),
    outcome: enumKey(GiftOutcome, ['outcome'], 'การดำเนินการ · What was done with it.'),
    status: enumKey(EntryStatus, ['status'], 'สถานะ · Status.'),
    position: positionKey('position', 'ตำแหน่งที่รับหรือถูกเสนอ · Position that received it or was offered it.'),
    ...periodKeys('offered', 'offeredOn', { th: 'วันที่ถูกเสนอ', en: 'day of the offer' }),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {},
  distinct: {
    agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' },
    positions: { path: ['positionId'], description: 'ตำแหน่ง · Positions.' },
  },
});
