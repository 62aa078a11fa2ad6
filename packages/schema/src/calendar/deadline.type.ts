import { builder } from '../core/builder.ts';
import { ClockCalendar, ClockState } from './calendar.enums.ts';
import type { Clock, ClockReading, Deadline as Days } from './deadline.logic.ts';
import { thaiDate } from './thai-date.logic.ts';

type DeadlineOfClock = Days &
  Pick<Clock, 'calendar'> &
  Pick<ClockReading, 'state' | 'workingDaysLeft'> & {
    readonly startedOn: Date;
    /** Days from the event, over all repetitions. */
    readonly days: number;
    readonly isCertain: boolean;
  };

export const Deadline = builder.objectRef<DeadlineOfClock>('Deadline').implement({
  description: 'กำหนดเวลาที่นับจากเหตุการณ์หนึ่ง · The deadline that a legal clock gives to one event.',
  fields: (t) => ({
    startedOn: t.expose('startedOn', {
      type: 'Date',
      description: 'วันที่เกิดเหตุ ไม่นับเป็นวันแรก (ป.พ.พ. มาตรา 193/3) · Day of the event; it is not counted (CCC s. 193/3).',
    }),
    days: t.exposeInt('days', { description: 'จำนวนวันที่นับ · Days counted, over all repetitions.' }),
    calendar: t.expose('calendar', { type: ClockCalendar, description: 'วิธีนับวัน · How they are counted.' }),
    lastDay: t.expose('lastDay', {
      type: 'Date',
      description:
        'วันสุดท้ายที่นับได้ แม้เป็นวันหยุด เจ้าหน้าที่ต้องทำให้เสร็จในวันนี้ตาม พ.ร.บ.วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 64 วรรคสอง · The strict day on which the count ends, even a holiday: the Administrative Procedure Act B.E. 2539, s. 64 para. 2, holds officials to it.',
    }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      description:
        'วันครบกำหนด หากวันสุดท้ายเป็นวันหยุดให้เลื่อนเป็นวันทำการถัดไป (ป.พ.พ. มาตรา 193/8) · Day by which it is in time: the next working day when the last day is a holiday (Civil and Commercial Code, s. 193/8).',
    }),
    workingDaysLeft: t.exposeInt('workingDaysLeft', {
      nullable: true,
      description: 'วันทำการที่เหลือถึงวันครบกำหนด · Working days left from today to `dueOn`; negative once it has passed.',
    }),
    state: t.expose('state', { type: ClockState, description: 'สถานะในวันนี้ · How it stands today in Bangkok.' }),
    isCertain: t.exposeBoolean('isCertain', {
      description:
        'ทราบวันหยุดครบทั้งช่วงหรือไม่ · False when the holidays of the period are not all known or announced yet: ask again later.',
    }),
    textTh: t.string({
      description: 'ข้อความสำหรับหนังสือราชการ · The due day as an official letter writes it: ภายในวันที่ ๓ ตุลาคม ๒๕๖๗.',
      resolve: ({ calendar, dueOn }) => `${calendar === 'IMMEDIATE' ? 'ทันที ' : ''}ภายในวันที่ ${thaiDate(dueOn)}`,
    }),
  }),
});
