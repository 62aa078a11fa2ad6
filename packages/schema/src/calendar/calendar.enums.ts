import { enumOf } from '../core/enums.ts';
import type { ClockState as ClockStateName } from './deadline.logic.ts';

export const HolidayKind = enumOf<'FIXED' | 'LUNAR' | 'SUBSTITUTE' | 'SPECIAL'>(
  'HolidayKind',
  'ประเภทวันหยุดราชการ · Kind of public holiday.',
  {
    FIXED: 'วันที่แน่นอนทุกปี · On the same date every year.',
    LUNAR: 'ตามปฏิทินจันทรคติ · By the lunar calendar.',
    SUBSTITUTE: 'วันหยุดชดเชย · In place of a holiday that fell on a weekend.',
    SPECIAL: 'วันหยุดพิเศษตามมติคณะรัฐมนตรี · Added by the cabinet for one year.',
  },
);

export const ClockCalendar = enumOf<'WORKING' | 'CALENDAR' | 'IMMEDIATE'>(
  'ClockCalendar',
  'วิธีนับวัน · How the days of a time limit are counted.',
  {
    WORKING: 'วันทำการ · Working days: weekends and public holidays are left out.',
    CALENDAR: 'วันปฏิทิน · Calendar days.',
    IMMEDIATE: 'ทันที · At once, on the day itself.',
  },
);

export const ClockState = enumOf<ClockStateName>(
  'ClockState',
  'สถานะของระยะเวลาในวันนี้ · How a time limit stands today in Bangkok.',
  {
    MET: 'ดำเนินการแล้ว · What it asks for was done.',
    RUNNING: 'ยังมีเวลา · More than three working days are left.',
    DUE_SOON: 'ใกล้ครบกำหนด · Three working days or fewer are left.',
    OVERDUE: 'พ้นกำหนด · The due day has passed.',
  },
);
