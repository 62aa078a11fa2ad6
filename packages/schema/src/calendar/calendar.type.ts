import { builder } from '../graphql/builder.ts';
import { recordNode } from '../graphql/nodes.ts';
import { ClockCalendar, ClockParty, HolidayKind } from './calendar.enums.ts';

export const Holiday = builder.prismaObject('Holiday', {
  fields: (t) => ({
    date: t.expose('date', { type: 'Date' }),
    nameTh: t.exposeString('nameTh'),
    nameEn: t.exposeString('nameEn'),
    kind: t.expose('kind', { type: HolidayKind }),
    certain: t.exposeBoolean('certain'),
    sourceTh: t.exposeString('sourceTh'),
  }),
});

export const LegalClock = builder.prismaNode('LegalClock', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    subjectTh: t.exposeString('subjectTh'),
    subjectEn: t.exposeString('subjectEn'),
    triggerTh: t.exposeString('triggerTh'),
    triggerEn: t.exposeString('triggerEn'),
    days: t.exposeInt('days', { nullable: true }),
    calendar: t.expose('calendar', { type: ClockCalendar }),
    binds: t.expose('binds', { type: ClockParty }),
    repeats: t.exposeBoolean('repeats'),
    recipientTh: t.exposeString('recipientTh', { nullable: true }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
  }),
});
