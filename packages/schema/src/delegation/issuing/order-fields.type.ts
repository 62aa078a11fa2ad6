import { builder } from '../../graphql/builder.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { newestChangeFirst } from '../../lifecycle/history/status-change.type.ts';
import { LifecycleAct } from '../../lifecycle/lifecycle.enums.ts';
import { actsOpen, orderLifecycle } from '../../lifecycle/lifecycle.logic.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { delegationOrderById } from '../delegation.loader.ts';
import { DelegationOrder } from '../orders/order.type.ts';
import { issueCheckOf } from './issue-check.ts';
import { IssueProblem } from './issue-problem.type.ts';

builder.prismaObjectFields(DelegationOrder, (t) => ({
  powersRevoked: t.relation('powersRevoked', {
    description:
      'รายการของคำสั่งก่อนหน้าที่คำสั่งนี้เพิกถอน (ร่าง: จะเพิกถอนเมื่อออก) · Lines of earlier orders that this one takes back; a draft does so when it is issued.',
    query: { orderBy: { id: 'asc' } },
    listSize: most.linesOfOrder,
  }),
  supersedes: t.relation('supersedes', {
    description:
      'คำสั่งที่คำสั่งนี้แทนที่ (ร่าง: จะแทนที่เมื่อออก) · Orders that this one supersedes; a draft does so when it is issued.',
    query: { orderBy: { id: 'asc' } },
    listSize: most.ordersSuperseded,
  }),
  supersededBy: t.field({
    type: DelegationOrder,
    nullable: true,
    description:
      'คำสั่งที่แทนที่คำสั่งนี้ หรือร่างที่จะแทนที่เมื่อออก · The order that supersedes this one, or the draft that will when it is issued.',
    select: { supersededById: true },
    resolve: ({ supersededById }, _args, context, info) => delegationOrderById(supersededById, context, info),
  }),
  statusChanges: t.relation('statusChanges', {
    description: 'ประวัติสถานะ ใหม่สุดก่อน · Changes of its status, newest first.',
    query: newestChangeFirst,
    listSize: most.statusChangesShown,
  }),
  openActs: t.field({
    type: [LifecycleAct],
    description:
      'ขั้นตอนที่ผู้ใช้ทำได้ในสถานะนี้ (แทนที่ได้โดยออกคำสั่งใหม่) · Steps of the life cycle that the viewer may take now; SUPERSEDE is taken by issuing another order, and REVOKE of one that has expired names a day of its term.',
    select: { status: true },
    resolve: ({ status }, _args, { viewer }) => actsOpen(orderLifecycle, status, viewer.roles),
  }),
  issueProblems: t.field({
    type: [IssueProblem],
    description:
      'สิ่งที่ทำให้ออกร่างนี้ไม่ได้ และข้อสังเกต · What keeps a draft from being issued, then what is worth a look; empty for other orders.',
    listSize: most.problemsShown,
    select: { id: true, status: true },
    resolve: async ({ id, status }, _args, context) => {
      if (status !== 'DRAFT') return [];
      const { problems, notices } = await issueCheckOf(agencyDb(context), id);
      return [
        // The number is given with the act at the latest: a draft without one can be issued.
        ...problems.map((problem) => ({ ...problem, isBlocking: problem.code !== 'NO_NUMBER' })),
        ...notices.map((notice) => ({ ...notice, isBlocking: false })),
      ].slice(0, most.problemsShown);
    },
  }),
}));
