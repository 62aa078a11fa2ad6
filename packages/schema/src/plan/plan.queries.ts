import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { Plan, PlanConnection, PlanOrder, PlanWhere, planList } from './plan.type.ts';
import { Project, ProjectConnection, ProjectOrder, ProjectWhere, projectList } from './project.type.ts';

const plans = rootList((db) => db.plan, planList);
const projects = rootList((db) => db.project, projectList);

builder.queryFields((t) => ({
  plans: t.prismaConnection(
    {
      type: Plan,
      ...plans,
      nullable: true,
      description:
        'แผนที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Plans that the viewer may see, newest first: its agency’s own, or across agencies those disclosed to its city role. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(PlanWhere, PlanOrder),
    },
    PlanConnection,
  ),
  projects: t.prismaConnection(
    {
      type: Project,
      ...projects,
      nullable: true,
      description:
        'โครงการที่ผู้ใช้เห็นได้ · Projects that the viewer may see, in the order of their plans. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(ProjectWhere, ProjectOrder),
    },
    ProjectConnection,
  ),
}));
