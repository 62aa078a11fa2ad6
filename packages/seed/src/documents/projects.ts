import { agencyId, dimensionId, identifier, missionId, subMissionId, unitId } from '../identifiers.ts';
import { frameworkVersion } from '../reference/framework.ts';
import type { TenantRows } from '../tenant-rows.ts';
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
    objectivesTh: project.objectivesTh,
    objectivesEn: project.objectivesEn,
    fiscalYears: project.fiscalYears,
    quarters: project.quarters,
    periodPrinted: project.periodPrinted,
    responsiblePrinted: project.responsiblePrinted,
    ...fromDocument(project.document, project.section),
  });
}

function addParts(project: DocumentProject, rows: TenantRows): void {
  const owner = { agencyId: agencyId(project.agencyCode), projectId: projectId(project.id) };
  const part = (kind: string, index: number) => ({ id: identifier(`${kind}:${project.id}:${index + 1}`), ...owner });
  for (const [index, { children, ...step }] of project.steps.entries()) {
    const parent = part('step', index);
    rows.projectStep.push({ ...parent, sortOrder: index + 1, ...step });
    for (const [place, child] of children.entries()) {
      const id = identifier(`step:${project.id}:${index + 1}.${place + 1}`);
      rows.projectStep.push({ id, ...owner, parentId: parent.id, sortOrder: place + 1, ...child });
    }
  }
  for (const [index, group] of project.targetGroups.entries()) {
    rows.targetGroup.push({ ...part('target-group', index), sortOrder: index + 1, ...group });
  }
  for (const [index, { fiscalYear, status, amount, sheetAmount }] of project.budgetLines.entries()) {
    rows.budgetLine.push({
      ...part('budget-line', index),
      fiscalYear,
      status,
      amount,
      sheetAmount: sheetAmount ?? null,
    });
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
