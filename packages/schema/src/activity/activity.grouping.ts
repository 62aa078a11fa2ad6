import { agencyKeys } from '../agency/agency-keys.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { Origin } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey } from '../graphql/grouping/keys.ts';
import { periodKeys } from '../graphql/grouping/period-keys.ts';
import { unitKey } from '../graphql/grouping/record-keys.ts';
import { ActivityKind } from './activity.enums.ts';
import { activityList, IntegrityActivityWhere } from './activity.type.ts';

groupedField({
  root: 'activitiesGrouped',
  name: 'IntegrityActivity',
  subject: { th: 'กิจกรรม', en: 'activities' },
  model: 'IntegrityActivity',
  where: IntegrityActivityWhere,
  shape: activityList.shape,
  keys: {
    ...agencyKeys(),
    kind: enumKey(ActivityKind, ['kind'], 'ชนิดของกิจกรรม · Kind of the activity.'),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณ · Fiscal year.'),
    ...periodKeys('held', 'heldFrom', { th: 'วันแรกที่จัด', en: 'first day' }),
    unit: unitKey('unit', 'ส่วนราชการที่รับผิดชอบ ไม่ระบุ = ไม่มี · Responsible unit; null where none is named.'),
    status: enumKey(EntryStatus, ['status'], 'สถานะ · Status of the entry.'),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {
    invitedCount: { path: ['invitedCount'], description: 'ผู้ได้รับเชิญ (คน) · People invited, where that is known.' },
    attendedCount: { path: ['attendedCount'], description: 'ผู้เข้าร่วม (คน) · People who attended, where that is known.' },
    passedCount: { path: ['passedCount'], description: 'ผู้ผ่าน (คน) · People who passed, where that is known.' },
    respondentCount: {
      path: ['respondentCount'],
      description: 'ผู้ตอบ (คน) · People who answered, where that is known.',
    },
  },
  distinct: {
    agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' },
    projects: { path: ['projectId'], description: 'โครงการ · Projects that they serve.' },
  },
});
