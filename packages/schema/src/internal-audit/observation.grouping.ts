import { agencyKeys } from '../agency/agency-keys.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey } from '../graphql/grouping/keys.ts';
import { periodKeys } from '../graphql/grouping/period-keys.ts';
import { positionKey, unitKey } from '../graphql/grouping/record-keys.ts';
import { AuditFollowUp } from './internal-audit.enums.ts';
import { AuditObservationWhere, auditObservationList } from './observation.type.ts';

groupedField({
  root: 'auditObservationsGrouped',
  name: 'AuditObservation',
  subject: { th: 'ข้อตรวจพบ', en: 'observations of internal audits' },
  model: 'AuditObservation',
  where: AuditObservationWhere,
  shape: auditObservationList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(
      ['audit', 'fiscalYear'],
      'ปีงบประมาณของแผนตรวจสอบ · Fiscal year of the plan of the audit.',
    ),
    followUp: enumKey(AuditFollowUp, ['followUp'], 'การติดตาม · How far it was followed.'),
    unit: unitKey('unit', 'ส่วนราชการที่รับผิดชอบ ไม่ระบุ = ไม่มี · Responsible unit; null where none is named.'),
    position: positionKey('position', 'ตำแหน่งที่รับผิดชอบ ไม่ระบุ = ไม่มี · Responsible position; null where none is named.'),
    ...periodKeys('due', 'dueOn', { th: 'กำหนดแล้วเสร็จ', en: 'due day' }),
    status: enumKey(EntryStatus, ['status'], 'สถานะ · Status of the entry.'),
  },
  numbers: {},
  distinct: { audits: { path: ['auditId'], description: 'การตรวจสอบภายใน · Internal audits.' } },
});
