import { enumOf, storedEnum } from '../graphql/enums.ts';
import type { FindingStateName } from './finding-state.logic.ts';

export const FindingSeverity = storedEnum('FindingSeverity', 'ความรุนแรงของข้อสังเกต · Severity of a finding.', {
  ERROR: 'ขัดกันหรือขาดสิ่งที่ต้องมี · A contradiction, or something required is missing.',
  WARNING: 'ควรตรวจสอบ · Worth checking.',
  INFO: 'เพื่อทราบ · For information, such as rounding.',
});

export const FindingState = enumOf<FindingStateName>('FindingState', 'สถานะของข้อสังเกต · State of a finding.', {
  OPEN: 'ยังต้องพิจารณา · Waits to be dealt with.',
  DISMISSED: 'หน่วยงานยุติพร้อมเหตุผล · Dismissed by its agency, with a reason.',
  ACKNOWLEDGED: 'หน่วยงานรับทราบว่าพิมพ์ไว้เช่นนั้น · Acknowledged by its agency: it is printed so.',
  RESOLVED: 'แก้ไขแล้วในฉบับที่ระบุ · Resolved in the edition that is named.',
});
