import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Plan } from './plan.type.ts';
import { Project } from './project.type.ts';
import { ProgressReport } from './project-parts.type.ts';

export const PlanPayload = builder.objectRef<{ id: string }>('PlanPayload').implement({
  description: 'แผนหลังการเปลี่ยนแปลง · The plan after the change.',
  fields: (t) => ({
    plan: t.prismaField({
      type: Plan,
      description: 'แผน · The plan.',
      resolve: (query, { id }, _args, context) => agencyDb(context).plan.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const ProjectPayload = builder.objectRef<{ id: string }>('ProjectPayload').implement({
  description: 'โครงการหลังการเปลี่ยนแปลง · The project after the change.',
  fields: (t) => ({
    project: t.prismaField({
      type: Project,
      description: 'โครงการ · The project.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).project.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const ProgressReportPayload = builder
  .objectRef<{ projectId: string; reportId: string }>('ProgressReportPayload')
  .implement({
    description: 'รายงานที่บันทึก · The report that was recorded, and its project.',
    fields: (t) => ({
      project: t.prismaField({
        type: Project,
        description: 'โครงการ · The project.',
        resolve: (query, { projectId }, _args, context) =>
          agencyDb(context).project.findUniqueOrThrow({ ...query, where: { id: projectId } }),
      }),
      report: t.prismaField({
        type: ProgressReport,
        description: 'รายงาน · The report.',
        resolve: (query, { reportId }, _args, context) =>
          agencyDb(context).progressReport.findUniqueOrThrow({ ...query, where: { id: reportId } }),
      }),
    }),
  });

export const DiscardPlanPayload = builder.objectRef<{ agencyId: string }>('DiscardPlanPayload').implement({
  description: 'หน่วยงานหลังยกเลิกร่าง · The agency after its draft is gone.',
  fields: (t) => ({
    agency: t.prismaField({
      type: Agency,
      description: 'หน่วยงาน · The agency.',
      resolve: (query, { agencyId }, _args, context) =>
        agencyDb(context).agency.findUniqueOrThrow({ ...query, where: { id: agencyId } }),
    }),
  }),
});
