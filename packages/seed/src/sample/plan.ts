import type { ProjectStatus } from '@registry/prisma/generated/client/enums.ts';
import { frameworkVersion } from '../reference/framework.ts';
import { hasHardlyBegun, type SampleAgency } from '../reference/sample-agencies.ts';
import { day } from '../rows/calendar.ts';
import { agencyId, dimensionId, frameworkId, missionId, unitId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf, projectIdOf } from './identifier-of.ts';
import { addProgress } from './progress.ts';
import type { ProjectTemplate } from './project-template.ts';
import { projectTemplates } from './project-templates.ts';
import { createRandom } from './random.ts';

const planStatements = [
  {
    kind: 'OBJECTIVE',
    textTh: 'ให้เจ้าหน้าที่ทุกคนรู้และปฏิบัติตามมาตรการป้องกันการทุจริต',
    textEn: 'All staff know and follow the measures against corruption',
  },
  {
    kind: 'OBJECTIVE',
    textTh: 'ให้ประชาชนตรวจสอบการทำงานของสำนักงานเขตได้',
    textEn: 'Citizens can check the work of the district office',
  },
  { kind: 'GOAL', textTh: 'ความเสี่ยงระดับสูงและสูงมากลดลงทุกปี', textEn: 'High and extreme risks fall every year' },
  { kind: 'GOAL', textTh: 'เรื่องร้องเรียนได้รับคำตอบภายในสิบห้าวัน', textEn: 'Complaints are answered within fifteen days' },
  {
    kind: 'BENEFIT',
    textTh: 'ประชาชนได้รับบริการที่เท่าเทียมและมีเหตุผลประกอบ',
    textEn: 'Citizens get equal service, with reasons',
  },
  { kind: 'BENEFIT', textTh: 'สำนักงานเขตใช้งบประมาณอย่างคุ้มค่าและโปร่งใส', textEn: 'The district spends well and openly' },
] as const;

/** Every agency but the one that has hardly begun plans all projects; the seventh of the third agency has been cancelled. */
export function addPlan(agency: SampleAgency, rows: TenantRows): void {
  const owner = agencyId(agency.code);
  const planId = identifierOf(agency.code, 'plan', 2566);
  rows.plan.push({
    id: planId,
    agencyId: owner,
    frameworkId: frameworkId(frameworkVersion),
    titleTh: 'แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. ๒๕๖๖-๒๕๗๐) (ตัวอย่าง)',
    titleEn: 'Anti-corruption action plan 2566-2570 (sample)',
    fiscalYearFrom: 2566,
    fiscalYearTo: 2570,
    announcedOn: agency.plan === 'APPROVED' ? day('2022-10-03') : null,
    status: agency.plan,
    origin: 'SAMPLE',
  });
  if (hasHardlyBegun(agency)) {
    for (const [index, template] of projectTemplates.slice(0, 2).entries())
      addProject(agency, planId, index + 1, template, rows);
    return;
  }
  for (const [index, statement] of planStatements.entries()) {
    rows.planStatement.push({
      id: identifierOf(agency.code, 'plan-statement', index + 1),
      agencyId: owner,
      planId,
      sortOrder: (index % 2) + 1,
      ...statement,
    });
  }
  for (const [index, template] of projectTemplates.entries()) addProject(agency, planId, index + 1, template, rows);
}

function addProject(
  agency: SampleAgency,
  planId: string,
  sequenceNo: number,
  template: ProjectTemplate,
  rows: TenantRows,
): void {
  const { code } = agency;
  const owner = agencyId(code);
  const projectId = projectIdOf(code, sequenceNo);
  const random = createRandom(`${code} project ${sequenceNo}`);
  const cancelled = code === 'SAMPLE-3' && sequenceNo === 7;
  rows.project.push({
    id: projectId,
    agencyId: owner,
    planId,
    dimensionId: dimensionId(frameworkVersion, template.dimension),
    missionId: missionId(frameworkVersion, template.mission),
    kind: template.kind,
    printedCode: `${template.mission}.${sequenceNo}`,
    sequenceNo,
    sortOrder: sequenceNo,
    titleTh: template.titleTh,
    titleEn: template.titleEn,
    objectivesTh: template.objectivesTh,
    objectivesEn: template.objectivesEn,
    fiscalYears: [...template.years],
    quarters: [...template.quarters],
    status: cancelled ? 'CANCELLED' : projectStatus(agency, template),
    origin: 'SAMPLE',
  });
  for (const [index, step] of template.steps.entries()) {
    rows.projectStep.push({
      id: identifierOf(code, 'step', sequenceNo, index + 1),
      agencyId: owner,
      projectId,
      sortOrder: index + 1,
      ...step,
    });
  }
  rows.targetGroup.push({
    id: identifierOf(code, 'target', sequenceNo),
    agencyId: owner,
    projectId,
    sortOrder: 1,
    ...template.target,
  });
  for (const unit of template.units) rows.projectUnit.push({ agencyId: owner, projectId, unitId: unitId(code, unit) });
  for (const [index, kind] of (['output', 'outcome'] as const).entries()) {
    rows.indicator.push({
      id: identifierOf(code, 'indicator', sequenceNo, kind),
      agencyId: owner,
      projectId,
      sortOrder: index + 1,
      kind: kind === 'output' ? 'OUTPUT' : 'OUTCOME',
      ...template[kind],
    });
  }
  const budgets = new Map(template.years.map((year) => [year, yearBudget(template, random.whole(8, 12))]));
  for (const [fiscalYear, amount] of budgets) {
    rows.budgetLine.push({
      id: identifierOf(code, 'budget', sequenceNo, fiscalYear),
      agencyId: owner,
      projectId,
      fiscalYear,
      status: amount === null ? 'NO_BUDGET' : 'BUDGETED',
      amount,
    });
  }
  if (!hasHardlyBegun(agency) && !cancelled) addProgress(agency, sequenceNo, template, budgets, rows);
}

const yearBudget = ({ budget }: ProjectTemplate, tenths: number): number | null =>
  budget === null ? null : (budget * tenths) / 10;

/** It is fiscal year 2570: a project is done when its last year is behind it. */
function projectStatus(agency: SampleAgency, { years }: ProjectTemplate): ProjectStatus {
  if (hasHardlyBegun(agency)) return 'PLANNED';
  return Math.max(...years) < 2570 ? 'DONE' : 'IN_PROGRESS';
}
