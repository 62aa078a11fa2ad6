import { accountNameById } from '../../agency/account.loader.ts';
import { builder } from '../../graphql/builder.ts';
import { RoleEnum } from '../../graphql/enums.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { recordNode } from '../../graphql/nodes.ts';
import { LifecycleAct, LifecycleStatus } from '../lifecycle.enums.ts';

export const StatusChange = builder.prismaNode('StatusChange', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the record.' }),
    act: t.expose('act', { type: LifecycleAct }),
    fromStatus: t.expose('fromStatus', { type: LifecycleStatus }),
    toStatus: t.expose('toStatus', { type: LifecycleStatus }),
    comment: t.exposeString('comment', { nullable: true }),
    role: t.expose('role', { type: RoleEnum }),
    by: t.string({
      nullable: true,
      description:
        'ชื่อผู้กระทำ เห็นเฉพาะสมาชิกของหน่วยงานเดียวกัน · Who did it; shown to members of the same agency, null for others.',
      select: { accountId: true },
      resolve: ({ accountId }, _args, context) => accountNameById(context).load(accountId),
    }),
    at: t.expose('at', { type: 'DateTime' }),
    plan: t.relation('plan', { nullable: true, description: 'แผน · The plan, when it was one.' }),
    swotAnalysis: t.relation('analysis', {
      nullable: true,
      description: 'การวิเคราะห์ · The SWOT analysis, when it was one.',
    }),
    riskRegister: t.relation('register', {
      nullable: true,
      description: 'ทะเบียน · The risk register, when it was one.',
    }),
    yearReport: t.relation('report', {
      nullable: true,
      description: 'รายงานผล · The year report, when it was one.',
    }),
    project: t.relation('project', { nullable: true, description: 'โครงการ · The project, when it was one.' }),
    delegationOrder: t.relation('order', {
      nullable: true,
      description: 'คำสั่ง · The delegation order, when it was one.',
    }),
    reviewComments: t.relation('reviewComments', {
      query: { orderBy: { id: 'asc' } },
      listSize: most.itemsCommented + 1,
    }),
  }),
});

export const ReviewComment = builder.prismaNode('ReviewComment', {
  ...recordNode,
  fields: (t) => ({
    risk: t.relation('risk', { nullable: true, description: 'ความเสี่ยงที่กล่าวถึง · The risk that it is about.' }),
    project: t.relation('project', { nullable: true, description: 'โครงการที่กล่าวถึง · The project that it is about.' }),
    swotItem: t.relation('item', {
      nullable: true,
      description: 'รายการ SWOT ที่กล่าวถึง · The SWOT item that it is about.',
    }),
    reportItem: t.relation('reportItem', {
      nullable: true,
      description: 'ผลในรายงานที่กล่าวถึง · The item of a year report that it is about.',
    }),
    field: t.exposeString('field', { nullable: true }),
    text: t.exposeString('text'),
    reply: t.exposeString('reply', { nullable: true }),
    repliedAt: t.expose('repliedAt', { type: 'DateTime', nullable: true }),
    version: t.exposeInt('version'),
  }),
});

/** Newest first, as everybody reads a history. */
export const newestChangeFirst = {
  orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }],
  take: most.statusChangesShown,
};
