import { agencyKeys } from '../agency/agency-keys.type.ts';
import { Origin } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey, stateKey } from '../graphql/grouping/keys.ts';
import { periodKeys } from '../graphql/grouping/period-keys.ts';
import { positionKey, unitKey } from '../graphql/grouping/record-keys.ts';
import { ProcessArea } from '../taxonomy/taxonomy.enums.ts';
import { MitigationWhere, mitigationList } from './mitigation.type.ts';
import { CurrentRiskLevel, MitigationStatus, MitigationStrategy } from './risk.enums.ts';

groupedField({
  root: 'mitigationsGrouped',
  name: 'Mitigation',
  subject: { th: 'มาตรการจัดการความเสี่ยง', en: 'mitigations' },
  model: 'Mitigation',
  where: MitigationWhere,
  shape: mitigationList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณของทะเบียน · Fiscal year of the register.'),
    processArea: enumKey(ProcessArea, ['risk', 'processArea'], 'กระบวนงานของความเสี่ยง · Process area of the risk.'),
    riskLevel: enumKey(CurrentRiskLevel, ['risk', 'level'], 'ระดับปัจจุบันของความเสี่ยง · Current level of the risk.'),
    status: stateKey(MitigationStatus, 'status', mitigationList.shape, 'สถานะในวันนี้ · Status today in Bangkok.'),
    strategy: enumKey(MitigationStrategy, ['strategy'], 'กลยุทธ์ 4T · Strategy (4T).'),
    ownerUnit: unitKey('ownerUnit', 'ส่วนราชการเจ้าของมาตรการ · Unit that owns the measure.'),
    ownerPosition: positionKey('ownerPosition', 'ตำแหน่งเจ้าของมาตรการ · Position that owns the measure.'),
    ...periodKeys('due', 'dueOn', { th: 'กำหนดแล้วเสร็จ', en: 'due date' }),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {
    progressPercent: { path: ['progressPercent'], description: 'ความก้าวหน้า (ร้อยละ) · Progress in percent.' },
    budgetAmount: { path: ['budgetAmount'], description: 'งบประมาณ (บาท) · Budget in baht, where one is set.' },
  },
  distinct: {
    agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' },
    risks: { path: ['riskId'], description: 'ความเสี่ยง · Risks.' },
    ownerUnits: { path: ['ownerUnitId'], description: 'ส่วนราชการเจ้าของมาตรการ · Units that own the measures.' },
  },
});
