import { agencyKeys } from '../../agency/agency-keys.type.ts';
import { Origin } from '../../graphql/enums.ts';
import { groupedField } from '../../graphql/grouping/grouped-field.ts';
import { enumKey, numberKey, stateKey } from '../../graphql/grouping/keys.ts';
import { periodKeys } from '../../graphql/grouping/period-keys.ts';
import { positionKey } from '../../graphql/grouping/record-keys.ts';
import { DelegationOrderKind, DelegationOrderStatus } from '../delegation.enums.ts';
import { DelegationOrderWhere, delegationOrderList } from './order.type.ts';

groupedField({
  root: 'delegationOrdersGrouped',
  name: 'DelegationOrder',
  subject: { th: 'คำสั่งมอบอำนาจ', en: 'delegation orders' },
  model: 'DelegationOrder',
  where: DelegationOrderWhere,
  shape: delegationOrderList.shape,
  keys: {
    ...agencyKeys(),
    status: stateKey(
      DelegationOrderStatus,
      'status',
      delegationOrderList.shape,
      'สถานะในวันนี้ เช่น มีผลใช้บังคับหรือพ้นกำหนด · Status today in Bangkok, such as in force or expired.',
    ),
    kind: enumKey(DelegationOrderKind, ['kind'], 'ประเภทคำสั่ง · Kind of the order.'),
    year: numberKey({
      path: ['year'],
      unit: { th: 'พ.ศ.', en: 'B.E.' },
      description:
        'ปี พ.ศ. ของคำสั่ง ไม่ระบุ = ร่างที่ยังไม่มีปี · Calendar year (Buddhist era) of the order; null while a draft has none.',
    }),
    signedByPosition: positionKey(
      'signedByPosition',
      'ตำแหน่งผู้ลงนาม ไม่ระบุ = ร่าง · Position that signed; null for drafts.',
    ),
    ...periodKeys('effective', 'effectiveFrom', { th: 'วันมีผล', en: 'first day in force' }),
    ...periodKeys('expiry', 'effectiveTo', { th: 'วันสิ้นสุด', en: 'last day in force' }),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {},
  distinct: { agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' } },
});
