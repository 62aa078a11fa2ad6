import { frameworkVersion } from '../reference/framework.ts';
import { agencyId, dimensionId, identifier, missionId, subMissionId, unitId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { type DocumentProject, documentProjects } from './projects.data.ts';
import { fromDocument, planId, projectId } from './source.ts';

/** An agency's projects with all their parts. */
export function addProjects(agencyCode: string, rows: TenantRows): void {
  for (const project of documentProjects.filter((each) => each.agencyCode === agencyCode)) {
    addProject(project, rows);
    addParts(project, rows);
  }
}

function addProject(project: DocumentProject, rows: TenantRows): void {
  rows.project.push({
    id: projectId(project.id),
    agencyId: agencyId(project.agencyCode),
    planId: planId(project.planId),
    dimensionId: dimensionId(frameworkVersion, project.dimensionNumber),
    missionId: missionId(frameworkVersion, project.missionCode),
    subMissionId: project.subMissionCode === null ? null : subMissionId(frameworkVersion, project.subMissionCode),
    kind: project.kind,
    printedCode: project.printedCode,
    sequenceNo: project.sequenceNo,
    sortOrder: project.sortOrder,
    titleTh: project.titleTh,
    titleEn: project.titleEn,
    printedTitle: project.printedTitle,
    inferred: project.inferred,
    rationaleTh: project.rationale?.textTh ?? null,
    rationaleEn: project.rationale?.textEn ?? null,
    objectivesTh: linesOf(project.objectives.map(({ textTh }) => textTh)),
    objectivesEn: linesOf(project.objectives.map(({ textEn }) => textEn)),
    fiscalYears: project.fiscalYears,
    quarters: project.quarters,
    periodPrinted: project.periodPrinted,
    responsiblePrinted: project.responsiblePrinted,
    ...fromDocument(project.document, project.section),
  });
}

const linesOf = (texts: readonly string[]): string | null => (texts.length > 0 ? texts.join('\n') : null);

/** The steps at one place of the method, and those beneath them at any depth; `above` is the place, such as `3.1`. */
function addSteps(
  project: DocumentProject,
  steps: readonly DocumentProject['steps'][number][],
  rows: TenantRows,
  above: { readonly id: string; readonly place: string } | null = null,
): void {
  const owner = { agencyId: agencyId(project.agencyCode), projectId: projectId(project.id) };
  for (const [index, { children, ...step }] of steps.entries()) {
    const place = above ? `${above.place}.${index + 1}` : `${index + 1}`;
    const id = identifier(`step:${project.id}:${place}`);
    rows.projectStep.push({ id, ...owner, parentId: above?.id ?? null, sortOrder: index + 1, ...step });
    addSteps(project, children, rows, { id, place });
  }
}

function addParts(project: DocumentProject, rows: TenantRows): void {
  const owner = { agencyId: agencyId(project.agencyCode), projectId: projectId(project.id) };
  const part = (kind: string, index: number) => ({ id: identifier(`${kind}:${project.id}:${index + 1}`), ...owner });
  addSteps(project, project.steps, rows);
  for (const [index, group] of project.targetGroups.entries()) {
    rows.targetGroup.push({ ...part('target-group', index), sortOrder: index + 1, ...group });
  }
  for (const [index, { sheetAmount = null, ...line }] of project.budgetLines.entries()) {
    rows.budgetLine.push({ ...part('budget-line', index), ...line, sheetAmount });
  }
  for (const [index, indicator] of project.indicators.entries()) {
    rows.indicator.push({ ...part('indicator', index), sortOrder: index + 1, ...indicator });
  }
  for (const [index, note] of project.notes.entries()) {
    rows.projectNote.push({ ...part('note', index), sortOrder: index + 1, ...note });
  }
  for (const code of project.responsibleUnitCodes) {
    rows.projectUnit.push({ ...owner, unitId: unitId(project.agencyCode, code) });
  }
}
