import { agencyKeys } from '../agency/agency-keys.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { Origin } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey } from '../graphql/grouping/keys.ts';
import { periodKeys } from '../graphql/grouping/period-keys.ts';
import { unitKey } from '../graphql/grouping/record-keys.ts';
import { InternalAuditWhere, internalAuditList } from './internal-audit.type.ts';

groupedField({
  root: 'internalAuditsGrouped',
  name: 'InternalAudit',
  subject: { th: 'การตรวจสอบภายใน', en: 'internal audits' },
  model: 'InternalAudit',
  where: InternalAuditWhere,
  shape: internalAuditList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณของแผน · Fiscal year of the plan.'),
    unit: unitKey('unit', 'ส่วนราชการที่รับตรวจ ไม่ระบุ = ทั้งหน่วยงาน · Audited unit; null where it is the whole agency.'),
    ...periodKeys('planned', 'plannedMonth', { th: 'เดือนที่วางแผน', en: 'month for which it is planned' }),
    ...periodKeys('held', 'heldFrom', { th: 'วันแรกที่ตรวจ', en: 'first day of the audit' }),
    status: enumKey(EntryStatus, ['status'], 'สถานะ · Status of the entry.'),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {},
  distinct: {
    agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' },
    units: { path: ['unitId'], description: 'ส่วนราชการที่รับตรวจ · Audited units.' },
  },
});
