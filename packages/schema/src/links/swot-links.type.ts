import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { projectById } from '../plan/plan.loader.ts';
import { Project } from '../plan/project.type.ts';
import { riskById } from '../risk/risk.loader.ts';
import { Risk } from '../risk/risk.type.ts';
import { SwotItem } from '../swot/swot.type.ts';

builder.prismaObjectFields(SwotItem, (t) => ({
  risks: t.field({
    type: [Risk],
    listSize: most.linksOfSwotItem,
    nullable: { list: false, items: true },
    description: 'ความเสี่ยงที่เชื่อมโยง · Linked risks; null in place of one that the viewer may not see.',
    select: { risks: { select: { riskId: true }, orderBy: { riskId: 'asc' } } },
    resolve: ({ risks }, _args, context, info) => risks.map(({ riskId }) => riskById(riskId, context, info)),
  }),
  projects: t.field({
    type: [Project],
    listSize: most.linksOfSwotItem,
    nullable: { list: false, items: true },
    description: 'โครงการที่เชื่อมโยง · Linked projects; null in place of one that the viewer may not see.',
    select: { projects: { select: { projectId: true }, orderBy: { projectId: 'asc' } } },
    resolve: ({ projects }, _args, context, info) =>
      projects.map(({ projectId }) => projectById(projectId, context, info)),
  }),
}));
