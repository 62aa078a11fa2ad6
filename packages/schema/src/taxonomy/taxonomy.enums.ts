import { storedEnum } from '../graphql/enums.ts';
import { operatorMeanings } from './indicator-operator.logic.ts';
import { powerVerbMeanings } from './power-verb.logic.ts';
import { processAreaMeanings } from './process-area.logic.ts';

export const ProcessArea = storedEnum(
  'ProcessArea',
  'กระบวนงาน · Process area of a risk or of a delegated power.',
  processAreaMeanings,
);

export const CorruptionType = storedEnum('CorruptionType', 'ประเภทการทุจริต · Type of corruption.', {
  BRIBERY: 'เรียกรับผลประโยชน์ · Bribery.',
  EMBEZZLEMENT: 'ยักยอก · Embezzlement.',
  DISCRETION_ABUSE: 'ใช้ดุลพินิจโดยมิชอบ · Abuse of discretion.',
  ABUSE_OF_POWER: 'ใช้อำนาจโดยมิชอบ · Abuse of power.',
  MISUSE_OF_PROPERTY: 'ใช้ทรัพย์สินของราชการเพื่อประโยชน์ส่วนตน · Private use of state property.',
  MISUSE_OF_TIME: 'ใช้เวลาราชการเพื่อประโยชน์ส่วนตน · Private use of office hours.',
  FALSE_CLAIM: 'เบิกจ่ายเงินอันเป็นเท็จ · False claim.',
  CONFLICT_OF_INTEREST: 'ผลประโยชน์ทับซ้อน · Conflict of interest.',
  RECORD_IRREGULARITY: 'ข้อมูลหรือยอดไม่ตรงกับความจริง · Records that do not match.',
  LATE_REMITTANCE: 'นำส่งเงินล่าช้า · Late remittance.',
  OTHER: 'อื่น ๆ · Other.',
});

export const PowerVerb = storedEnum('PowerVerb', 'อำนาจที่มอบ · What a power lets its holder do.', powerVerbMeanings);

export const IndicatorOperator = storedEnum(
  'IndicatorOperator',
  'ตัวเปรียบเทียบของตัวชี้วัด · How an indicator is compared.',
  operatorMeanings,
);
