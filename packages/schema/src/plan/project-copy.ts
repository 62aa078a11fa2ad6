import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { copiedRow } from '../base/copied-row.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { copiedYears } from './copied-years.logic.ts';
import { addParts } from './project-parts.ts';

type Period = { readonly fiscalYearFrom: number; readonly fiscalYearTo: number };
type Target = Period & { readonly id: string; readonly agencyId: string };
type Numbers = { readonly sequenceNo: number; readonly sortOrder: number };

const content = {
  include: {
    steps: { orderBy: { sortOrder: 'asc' } },
    targetGroups: { orderBy: { sortOrder: 'asc' } },
    indicators: { orderBy: { sortOrder: 'asc' } },
    units: true,
  },
} satisfies Prisma.ProjectDefaultArgs;

type Source = Prisma.ProjectGetPayload<typeof content>;

const nested = (steps: Source['steps']) => {
  const textOf = ({ textTh, textEn }: Source['steps'][number]) => ({ textTh, textEn });
  const beneath = (id: string | null) => steps.filter(({ parentId }) => parentId === id);
  return beneath(null).map((step) => ({
    ...textOf(step),
    children: beneath(step.id).map((subStep) => ({ ...textOf(subStep), children: beneath(subStep.id).map(textOf) })),
  }));
};

/** The project as it starts in another plan. What was printed about it in the old one stays there. */
function copyOf(
  { steps, targetGroups, indicators, units, ...project }: Source,
  from: Period,
  target: Target,
  numbers: Numbers,
) {
  return {
    ...copiedRow(project, 'status', 'inferred', 'printedTitle', 'periodPrinted', 'responsiblePrinted'),
    planId: target.id,
    copiedFromId: project.id,
    fiscalYears: copiedYears(project.fiscalYears, from, target),
    ...numbers,
  };
}

const partsOf = (
  { steps, targetGroups, indicators, units }: Source,
  projectId: string,
  fiscalYears: readonly number[],
) => ({
  projectId,
  steps: nested(steps),
  targetGroups: targetGroups.map((group) => copiedRow(group, 'projectId')),
  unitIds: units.map(({ unitId }) => unitId),
  indicators: indicators.map((indicator) => copiedRow(indicator, 'projectId', 'inferred')),
  // Budgets are not copied: each year has to be stated again before the plan can be submitted.
  budgetLines: fiscalYears.map((fiscalYear) => ({ fiscalYear, status: 'UNKNOWN' as const, amount: null })),
});

/** Copies projects of the agency with all that describes them into a plan, in the same few statements for one as for hundreds. */
export async function copyProjects(
  db: ScopedDb,
  where: Prisma.ProjectWhereInput,
  from: Period,
  target: Target,
  numbersOf: (project: Numbers) => Numbers = ({ sequenceNo, sortOrder }) => ({ sequenceNo, sortOrder }),
): Promise<string[]> {
  const sources = await db.project.findMany({ ...content, where });
  if (sources.length === 0) return [];
  const copies = await db.project.createManyAndReturn({
    data: sources.map((project) => copyOf(project, from, target, numbersOf(project))),
    select: { id: true, copiedFromId: true, fiscalYears: true },
  });
  const sourceOf = new Map(sources.map((project) => [project.id, project]));
  const parts = copies.flatMap(({ id, copiedFromId, fiscalYears }) => {
    const source = sourceOf.get(copiedFromId ?? '');
    return source ? [partsOf(source, id, fiscalYears)] : [];
  });
  await addParts(db, target.agencyId, parts);
  return copies.map(({ id }) => id);
}
