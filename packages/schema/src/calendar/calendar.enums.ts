import { enumOf, storedEnum } from '../graphql/enums.ts';
import type { ClockState as ClockStateName } from './deadline.logic.ts';

export const HolidayKind = storedEnum('HolidayKind', 'ประเภทวันหยุดราชการ · Kind of public holiday.', {
  FIXED: 'วันที่แน่นอนทุกปี · On the same date every year.',
  LUNAR: 'ตามปฏิทินจันทรคติ · By the lunar calendar.',
  SUBSTITUTE: 'วันหยุดชดเชย · In place of a holiday that fell on a weekend.',
  SPECIAL: 'วันหยุดพิเศษตามมติคณะรัฐมนตรี · Added by the cabinet for one year.',
});

export const ClockCalendar = storedEnum('ClockCalendar', 'วิธีนับวัน · How the days of a time limit are counted.', {
  WORKING: 'วันทำการ · Working days: weekends and public holidays are left out.',
  CALENDAR: 'วันปฏิทิน · Calendar days.',
  IMMEDIATE: 'ทันที · At once, on the day itself.',
  AS_SOON_AS_POSSIBLE: 'โดยเร็ว ไม่กำหนดจำนวนวัน · As soon as possible: no number of days is set.',
});

export const ClockParty = storedEnum('ClockParty', 'ผู้ที่ต้องทำให้เสร็จภายในระยะเวลา · Whom a time limit binds.', {
  OFFICIAL:
    'เจ้าหน้าที่ นับวันสุดท้ายด้วยแม้เป็นวันหยุด (พ.ร.บ.วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 64 วรรคสอง) · An official: the last day counts even when offices are closed on it (Administrative Procedure Act B.E. 2539, s. 64 para. 2).',
  PRIVATE_PERSON:
    'บุคคลภายนอก หากวันสุดท้ายเป็นวันหยุดให้สิ้นสุดในวันทำการถัดไป (มาตรา 64 วรรคสาม) · A private person: a last day on which offices are closed runs on to the next working day (s. 64 para. 3).',
});

export const ClockState = enumOf<ClockStateName>(
  'ClockState',
  'สถานะของระยะเวลาในวันนี้ · How a time limit stands today in Bangkok.',
  {
    MET: 'ดำเนินการแล้ว · What it asks for was done.',
    RUNNING: 'ยังมีเวลา · More than three working days are left.',
    DUE_SOON: 'ใกล้ครบกำหนด · Three working days or fewer are left.',
    OVERDUE: 'พ้นกำหนด · The due day has passed.',
    NO_DUE_DAY: 'ให้ทำโดยเร็ว ไม่มีวันครบกำหนด · As soon as possible: no day is set, so it is never overdue.',
  },
);
