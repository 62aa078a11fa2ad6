import { agencyKeys } from '../agency/agency-keys.type.ts';
import { Origin, RecordStatus } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey, stateKey } from '../graphql/grouping/keys.ts';
import { unitKey } from '../graphql/grouping/record-keys.ts';
import { ProcessArea } from '../taxonomy/taxonomy.enums.ts';
import { CurrentRiskLevel, ItaArea, RiskReviewState } from './risk.enums.ts';
import { RiskWhere, riskList } from './risk.type.ts';

groupedField({
  root: 'risksGrouped',
  name: 'Risk',
  subject: { th: 'ความเสี่ยง', en: 'risks' },
  model: 'Risk',
  where: RiskWhere,
  shape: riskList.shape,
  keys: {
    ...agencyKeys(),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณของทะเบียน · Fiscal year of the register.'),
    processArea: enumKey(ProcessArea, ['processArea'], 'กระบวนงานหลัก · Main process area.'),
    level: enumKey(CurrentRiskLevel, ['level'], 'ระดับปัจจุบัน · Current level.'),
    itaArea: enumKey(ItaArea, ['itaArea'], 'ด้านตามแบบประเมินความเสี่ยงการรับสินบน · Area of the bribery form.'),
    responsibleUnit: unitKey('responsibleUnit', 'ส่วนราชการที่รับผิดชอบ · Responsible unit.'),
    reviewState: stateKey(
      RiskReviewState,
      'reviewState',
      riskList.shape,
      'สถานะการทบทวนในวันนี้ · State of the review today.',
    ),
    registerStatus: enumKey(RecordStatus, ['register', 'status'], 'สถานะของทะเบียน · Status of the register.'),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {
    score: { path: ['score'], description: 'คะแนนปัจจุบัน · Current score, of assessed risks.' },
    likelihood: { path: ['likelihood'], description: 'โอกาสปัจจุบัน · Current likelihood, of assessed risks.' },
    impact: { path: ['impact'], description: 'ผลกระทบปัจจุบัน · Current impact, of assessed risks.' },
  },
  distinct: {
    agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' },
    registers: { path: ['registerId'], description: 'ทะเบียนความเสี่ยง · Risk registers.' },
    responsibleUnits: { path: ['responsibleUnitId'], description: 'ส่วนราชการที่รับผิดชอบ · Responsible units.' },
  },
});
