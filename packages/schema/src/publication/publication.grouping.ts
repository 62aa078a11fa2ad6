import { agencyKeys } from '../agency/agency-keys.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { Origin } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey } from '../graphql/grouping/keys.ts';
import { periodKeys } from '../graphql/grouping/period-keys.ts';
import { unitKey } from '../graphql/grouping/record-keys.ts';
import { DisclosureTopic } from './publication.enums.ts';
import { PublicItemWhere, publicItemList } from './publication.type.ts';

groupedField({
  root: 'publicItemsGrouped',
  name: 'PublicItem',
  subject: { th: 'ข้อมูลที่เผยแพร่', en: 'public items' },
  model: 'PublicItem',
  where: PublicItemWhere,
  shape: publicItemList.shape,
  keys: {
    ...agencyKeys(),
    topic: enumKey(DisclosureTopic, ['topic'], 'ประเด็น · Topic.'),
    ...periodKeys('current', 'currentOn', { th: 'วันที่เป็นปัจจุบัน', en: 'day up to which it is current' }),
    unit: unitKey('unit', 'ส่วนราชการที่รับผิดชอบ ไม่ระบุ = ไม่มี · Responsible unit; null where none is named.'),
    status: enumKey(EntryStatus, ['status'], 'สถานะ · Status of the entry.'),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {},
  distinct: { agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' } },
});
