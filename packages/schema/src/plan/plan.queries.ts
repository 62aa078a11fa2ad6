import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { listArguments } from '../core/list-arguments.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Plan, PlanConnection, PlanOrder, PlanWhere, planList } from './plan.type.ts';
import { Project, ProjectConnection, ProjectOrder, ProjectWhere, projectList } from './project.type.ts';

builder.queryFields((t) => ({
  plans: t.prismaConnection(
    {
      type: Plan,
      cursor: 'id',
      nullable: true,
      description:
        'แผนที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Plans that the viewer may see, newest first: its agency’s own, or across agencies those disclosed to its city role. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(PlanWhere, PlanOrder),
      totalCount: (_root, args, context) => agencyDb(context).plan.count({ where: listQuery(args, planList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).plan.findMany({ ...query, ...listQuery(args, planList) }),
    },
    PlanConnection,
  ),
  projects: t.prismaConnection(
    {
      type: Project,
      cursor: 'id',
      nullable: true,
      description:
        'โครงการที่ผู้ใช้เห็นได้ · Projects that the viewer may see, in the order of their plans. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(ProjectWhere, ProjectOrder),
      totalCount: (_root, args, context) =>
        agencyDb(context).project.count({ where: listQuery(args, projectList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).project.findMany({ ...query, ...listQuery(args, projectList) }),
    },
    ProjectConnection,
  ),
}));
