import type { ScopedDb } from '../tenancy/scoped-db.ts';
import type { BudgetLine, GivenIndicator, Step, TargetGroup } from './project-content.ts';

/** Parts of one project; what is not given is left alone. */
export type ProjectParts = {
  readonly projectId: string;
  readonly steps?: readonly Step[] | undefined;
  readonly targetGroups?: readonly TargetGroup[] | undefined;
  readonly unitIds?: readonly string[] | undefined;
  readonly indicators?: readonly Omit<GivenIndicator, 'id'>[] | undefined;
  readonly budgetLines?: readonly BudgetLine[] | undefined;
};

const inOrder = <Part extends object>(parts: readonly Part[]) =>
  parts.map((part, index) => ({ ...part, sortOrder: index + 1 }));

/** A step that is to be added beneath another, or at the top. */
type NewStep = Step['children'][number]['children'][number] & {
  readonly agencyId: string;
  readonly projectId: string;
  readonly parentId: string | null;
  readonly sortOrder: number;
  readonly children?: readonly (Step['children'][number] | Step['children'][number]['children'][number])[];
};

/** Adds steps one level at a time: those beneath need the ids of those above. */
async function addLevel(db: ScopedDb, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  const added = await db.projectStep.createManyAndReturn({
    data: steps.map(({ children: _children, ...step }) => step),
    select: { id: true, projectId: true, parentId: true, sortOrder: true },
  });
  const place = (step: Pick<NewStep, 'projectId' | 'parentId' | 'sortOrder'>) =>
    `${step.projectId} ${step.parentId} ${step.sortOrder}`;
  const idAt = new Map(added.map((step) => [place(step), step.id]));
  const beneath = steps.flatMap((step) =>
    inOrder(step.children ?? []).map((child) => ({
      ...child,
      agencyId: step.agencyId,
      projectId: step.projectId,
      parentId: idAt.get(place(step)) ?? null,
    })),
  );
  await addLevel(db, beneath);
}

async function addSteps(db: ScopedDb, agencyId: string, projects: readonly ProjectParts[]): Promise<void> {
  const steps = projects.flatMap(({ projectId, steps = [] }) =>
    inOrder(steps).map((step) => ({ ...step, agencyId, projectId, parentId: null })),
  );
  await addLevel(db, steps);
}

/** Adds the parts of any number of projects, in one statement for each kind of part. */
export async function addParts(db: ScopedDb, agencyId: string, projects: readonly ProjectParts[]): Promise<void> {
  const rowsOf = <Part extends object>(partsOf: (project: ProjectParts) => readonly Part[]) =>
    projects.flatMap((project) =>
      partsOf(project).map((part) => ({ ...part, agencyId, projectId: project.projectId })),
    );
  const targetGroups = rowsOf(({ targetGroups = [] }) => inOrder(targetGroups));
  const units = rowsOf(({ unitIds = [] }) => unitIds.map((unitId) => ({ unitId })));
  const indicators = rowsOf(({ indicators = [] }) => inOrder(indicators));
  const budgetLines = rowsOf(({ budgetLines = [] }) => budgetLines);
  await addSteps(db, agencyId, projects);
  if (targetGroups.length > 0) await db.targetGroup.createMany({ data: targetGroups });
  if (units.length > 0) await db.projectUnit.createMany({ data: units });
  if (indicators.length > 0) await db.indicator.createMany({ data: indicators });
  if (budgetLines.length > 0) await db.budgetLine.createMany({ data: budgetLines });
}

/** Puts whole lists of parts without a history in the place of those that the project has. */
export async function replaceParts(
  db: ScopedDb,
  agencyId: string,
  { projectId, steps, targetGroups, unitIds }: ProjectParts,
): Promise<void> {
  if (steps) await db.projectStep.deleteMany({ where: { projectId } });
  if (targetGroups) await db.targetGroup.deleteMany({ where: { projectId } });
  if (unitIds) await db.projectUnit.deleteMany({ where: { projectId } });
  await addParts(db, agencyId, [{ projectId, steps, targetGroups, unitIds }]);
}

type KeptLine = BudgetLine & { readonly id: string };

const isSame = (one: BudgetLine, other: BudgetLine): boolean =>
  one.status === other.status && String(one.amount) === String(other.amount);

/** Brings the budget of a project to the given lines; a year that stays keeps its row, with what a detail sheet printed. */
export async function setBudgetLines(
  db: ScopedDb,
  agencyId: string,
  projectId: string,
  given: readonly BudgetLine[],
  kept: readonly KeptLine[],
): Promise<void> {
  const lineOf = new Map(kept.map((line) => [line.fiscalYear, line]));
  const years = given.map(({ fiscalYear }) => fiscalYear);
  await db.budgetLine.deleteMany({ where: { projectId, fiscalYear: { notIn: years } } });
  for (const line of given) {
    const old = lineOf.get(line.fiscalYear);
    if (!old || isSame(old, line)) continue;
    const { status, amount } = line;
    await db.budgetLine.updateMany({ where: { id: old.id }, data: { status, amount, version: { increment: 1 } } });
  }
  await addParts(db, agencyId, [{ projectId, budgetLines: given.filter(({ fiscalYear }) => !lineOf.has(fiscalYear)) }]);
}

/** Brings the indicators of a project to the given ones, in their order; those given by id keep their reported values. */
export async function setIndicators(
  db: ScopedDb,
  agencyId: string,
  projectId: string,
  given: readonly GivenIndicator[],
): Promise<void> {
  const kept = given.flatMap(({ id }) => (id === null ? [] : [id]));
  await db.indicator.deleteMany({ where: { projectId, id: { notIn: kept } } });
  for (const [index, { id, ...indicator }] of given.entries()) {
    const row = { ...indicator, sortOrder: index + 1 };
    if (id === null) await db.indicator.create({ data: { ...row, agencyId, projectId }, select: { id: true } });
    else await db.indicator.updateMany({ where: { id }, data: { ...row, version: { increment: 1 } } });
  }
}
