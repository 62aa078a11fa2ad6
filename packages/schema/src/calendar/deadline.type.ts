import { thaiDate } from '../base/thai-date.logic.ts';
import { builder } from '../graphql/builder.ts';
import { ClockCalendar, ClockParty, ClockState } from './calendar.enums.ts';
import type { Clock, ClockReading } from './deadline.logic.ts';

type DeadlineOfClock = Pick<Clock, 'calendar' | 'binds'> &
  Pick<ClockReading, 'state' | 'workingDaysLeft'> & {
    readonly startedOn: Date;
    /** Days from the event, over all repetitions; null where the clock names none. */
    readonly days: number | null;
    readonly lastDay: Date | null;
    readonly dueOn: Date | null;
    /** Whether offices are closed on the last day. */
    readonly endsOnClosedDay: boolean;
    readonly isCertain: boolean;
  };

/** The due day as an official letter writes it. */
function sentenceOf({ calendar, binds, dueOn, endsOnClosedDay }: DeadlineOfClock): string {
  if (dueOn === null) return 'โดยเร็ว';
  const within = `ภายในวันที่ ${thaiDate(dueOn)}`;
  if (calendar === 'IMMEDIATE') return `ทันที ${within}`;
  return binds === 'OFFICIAL' && endsOnClosedDay ? `${within} แม้เป็นวันหยุดราชการ` : within;
}

export const Deadline = builder.objectRef<DeadlineOfClock>('Deadline').implement({
  description: 'กำหนดเวลาที่นับจากเหตุการณ์หนึ่ง · The deadline that a legal clock gives to one event.',
  fields: (t) => ({
    startedOn: t.expose('startedOn', {
      type: 'Date',
      description:
        'วันที่เกิดเหตุ ไม่นับเป็นวันแรก (พ.ร.บ.วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 64 วรรคหนึ่ง) · Day of the event; it is not counted (Administrative Procedure Act B.E. 2539, s. 64 para. 1).',
    }),
    days: t.exposeInt('days', {
      nullable: true,
      description:
        'จำนวนวันที่นับ ว่างเมื่อกำหนดเพียงว่าโดยเร็ว · Days counted, over all repetitions; null for as soon as possible.',
    }),
    calendar: t.expose('calendar', { type: ClockCalendar, description: 'วิธีนับวัน · How they are counted.' }),
    binds: t.expose('binds', {
      type: ClockParty,
      description: 'ผู้ที่ต้องทำให้เสร็จ · Whom it binds, which decides what a last day on a holiday means.',
    }),
    lastDay: t.expose('lastDay', {
      type: 'Date',
      nullable: true,
      description:
        'วันสุดท้ายที่นับได้ แม้เป็นวันหยุด ว่างเมื่อกำหนดเพียงว่าโดยเร็ว · Day on which the count ends, even a holiday; null for as soon as possible.',
    }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description:
        'วันครบกำหนด เจ้าหน้าที่ครบกำหนดในวันสุดท้ายแม้เป็นวันหยุด บุคคลภายนอกเลื่อนเป็นวันทำการถัดไป (พ.ร.บ.วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 64 วรรคสองและวรรคสาม) ว่างเมื่อกำหนดเพียงว่าโดยเร็ว · Day by which it is in time: for an official the last day, even a holiday; for a private person the next working day (Administrative Procedure Act B.E. 2539, s. 64 paras. 2 and 3); null for as soon as possible.',
    }),
    workingDaysLeft: t.exposeInt('workingDaysLeft', {
      nullable: true,
      description:
        'วันทำการที่เหลือถึงวันครบกำหนด · Working days left from today to `dueOn`; negative once it has passed; null where there is no such day.',
    }),
    state: t.expose('state', { type: ClockState, description: 'สถานะในวันนี้ · How it stands today in Bangkok.' }),
    isCertain: t.exposeBoolean('isCertain', {
      description:
        'วันครบกำหนดแน่นอนแล้วหรือไม่ · False when `dueOn` rests on holidays that are not all known or announced yet: ask again later.',
    }),
    textTh: t.string({
      description:
        'ข้อความสำหรับหนังสือราชการ · The due day as an official letter writes it: ภายในวันที่ ๓ ตุลาคม ๒๕๖๗; for an official also that it counts although it is a holiday.',
      resolve: sentenceOf,
    }),
  }),
});
