import { agencyKeys } from '../agency/agency-keys.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { Origin } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey } from '../graphql/grouping/keys.ts';
import { periodKeys } from '../graphql/grouping/period-keys.ts';
import { positionKey } from '../graphql/grouping/record-keys.ts';
import { DeclarationForm, DeclarationKind } from './declaration.enums.ts';
import { DeclarationWhere, declarationList } from './declaration.type.ts';

groupedField({
  root: 'declarationsGrouped',
  name: 'Declaration',
  subject: { th: 'ประกาศนโยบายและมาตรการ', en: 'declarations' },
  model: 'Declaration',
  where: DeclarationWhere,
  shape: declarationList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีที่ประกาศใช้ · Year for which it is declared.'),
    kind: enumKey(DeclarationKind, ['kind'], 'เรื่องที่ประกาศ · What it is about.'),
    form: enumKey(DeclarationForm, ['form'], 'นโยบายหรือมาตรการ · A policy or a measure.'),
    status: enumKey(EntryStatus, ['status'], 'สถานะ · Status.'),
    signatory: positionKey(
      'signatory',
      'ตำแหน่งผู้ลงนาม ไม่ระบุ = ไม่ทราบ · Position that signed; null where none is known.',
    ),
    ...periodKeys('signed', 'signedOn', { th: 'วันที่ลงนาม', en: 'date of signature' }),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {},
  distinct: { agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' } },
});
