import { builder } from '../graphql/builder.ts';
import { countedList } from '../graphql/paging/counted-list.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { pagesOf } from '../graphql/paging/pages-of.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Plan, PlanConnection, PlanOrder, PlanWhere, planList } from './plan.type.ts';
import { Project, ProjectConnection, ProjectOrder, ProjectWhere, projectList } from './project.type.ts';

const plans = countedList((context) => agencyDb(context).plan, planList);
const projects = countedList((context) => agencyDb(context).project, projectList);

builder.queryFields((t) => ({
  plans: t.prismaConnection(
    {
      type: Plan,
      cursor: 'id',
      extensions: pagesOf(planList),
      nullable: true,
      description:
        'แผนที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Plans that the viewer may see, newest first: its agency’s own, or across agencies those disclosed to its city role. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(PlanWhere, PlanOrder),
      totalCount: plans.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).plan.findMany({ ...query, ...plans.page(query, args, context, info) }),
    },
    PlanConnection,
  ),
  projects: t.prismaConnection(
    {
      type: Project,
      cursor: 'id',
      extensions: pagesOf(projectList),
      nullable: true,
      description:
        'โครงการที่ผู้ใช้เห็นได้ · Projects that the viewer may see, in the order of their plans. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(ProjectWhere, ProjectOrder),
      totalCount: projects.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).project.findMany({ ...query, ...projects.page(query, args, context, info) }),
    },
    ProjectConnection,
  ),
}));
