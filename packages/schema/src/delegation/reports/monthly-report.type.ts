import { builder } from '../../graphql/builder.ts';
import { Origin } from '../../graphql/enums.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { recordNode } from '../../graphql/nodes.ts';
import { onTheDay } from '../../graphql/on-the-day.ts';
import { ReportState } from '../delegation.enums.ts';
import { reportState } from './report-state.logic.ts';

export const MonthlyReport = builder.prismaNode('MonthlyReport', {
  ...recordNode,
  fields: (t) => ({
    order: t.relation('order', { description: 'คำสั่ง · The order.' }),
    delegate: t.relation('delegate'),
    month: t.expose('month', { type: 'Date' }),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    filedOn: t.expose('filedOn', { type: 'Date', nullable: true }),
    provisionalOn: t.expose('provisionalOn', { type: 'Date', nullable: true }),
    notUsed: t.exposeBoolean('notUsed', { nullable: true }),
    recipient: t.relation('recipient', { nullable: true }),
    state: t.field({
      type: ReportState,
      description: 'สถานะในวันนี้ · State today in Bangkok.',
      select: { dueOn: true, filedOn: true, provisionalOn: true },
      resolve: onTheDay((report, today) => reportState(report, today)),
    }),
    remarksTh: t.exposeString('remarksTh', { nullable: true }),
    uses: t.relation('uses', { query: { orderBy: { powerId: 'asc' } }, listSize: most.usesOfReport }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
  }),
});

builder.prismaObject('PowerUse', {
  fields: (t) => ({
    power: t.relation('power'),
    count: t.exposeInt('count'),
    totalAmount: t.expose('totalAmount', { type: 'Decimal' }),
    maxAmount: t.expose('maxAmount', { type: 'Decimal' }),
    exceptionsTh: t.exposeString('exceptionsTh', { nullable: true }),
  }),
});
