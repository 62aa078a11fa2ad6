import { sourced } from '../base/legal-source.logic.ts';
import type { FieldProblem } from '../base/message.logic.ts';
import { cleanText } from '../base/text.logic.ts';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import type { ProjectStatusName } from '../lifecycle/lifecycle.logic.ts';

export type ProjectToSubmit = {
  readonly id: string;
  readonly sortOrder: number;
  readonly titleTh: string;
  readonly status: ProjectStatusName;
  readonly objectivesTh: string | null;
  readonly fiscalYears: readonly number[];
  readonly unitCount: number;
  readonly stepCount: number;
  readonly indicatorCount: number;
  readonly budgetLines: readonly {
    readonly fiscalYear: number;
    readonly status: 'BUDGETED' | 'NO_BUDGET' | 'UNKNOWN';
  }[];
};

export type PlanToSubmit = {
  readonly fiscalYearFrom: number;
  readonly fiscalYearTo: number;
  readonly projects: readonly ProjectToSubmit[];
};

export type PlanProblemCode =
  | 'PLAN_WITHOUT_PROJECTS'
  | 'PROJECT_WITHOUT_OBJECTIVES'
  | 'PROJECT_WITHOUT_UNIT'
  | 'PROJECT_WITHOUT_STEPS'
  | 'PROJECT_WITHOUT_INDICATORS'
  | 'PROJECT_WITHOUT_FISCAL_YEARS'
  | 'FISCAL_YEARS_OUTSIDE_PLAN'
  | 'BUDGET_UNKNOWN';

export type PlanProblem = FieldProblem & { readonly code: PlanProblemCode; readonly nodeId: string | null };

type ProjectCheck = {
  readonly code: PlanProblemCode;
  readonly field: string;
  /** What is missing; the project's name follows. */
  readonly th: string;
  readonly en: string;
  /** What is wrong, one by one. */
  readonly faults: (project: ProjectToSubmit, plan: PlanToSubmit) => readonly Fault[];
};

/** A fault of the field itself, or of one of its entries; and the year that it is about, where it is about one. */
type Fault = { readonly index?: number; readonly year?: number };

const unless = (isRight: boolean): readonly Fault[] => (isRight ? [] : [{}]);

/** What every project is held to before its plan is submitted, in the order in which people fill in a project. */
const projectChecks: readonly ProjectCheck[] = [
  {
    code: 'PROJECT_WITHOUT_OBJECTIVES',
    field: 'objectivesTh',
    th: 'โปรดระบุวัตถุประสงค์',
    en: 'Give the objectives',
    faults: ({ objectivesTh }) => unless(cleanText(objectivesTh ?? '') !== ''),
  },
  {
    code: 'PROJECT_WITHOUT_UNIT',
    field: 'responsibleUnits',
    th: 'โปรดระบุส่วนราชการที่รับผิดชอบ',
    en: 'Name a responsible unit',
    faults: ({ unitCount }) => unless(unitCount > 0),
  },
  {
    code: 'PROJECT_WITHOUT_STEPS',
    field: 'steps',
    th: 'โปรดระบุขั้นตอนวิธีดำเนินการ',
    en: 'Give the steps',
    faults: ({ stepCount }) => unless(stepCount > 0),
  },
  {
    code: 'PROJECT_WITHOUT_INDICATORS',
    field: 'indicators',
    th: 'โปรดระบุตัวชี้วัดอย่างน้อยหนึ่งตัว',
    en: 'Give at least one indicator',
    faults: ({ indicatorCount }) => unless(indicatorCount > 0),
  },
  {
    code: 'PROJECT_WITHOUT_FISCAL_YEARS',
    field: 'fiscalYears',
    th: 'โปรดระบุปีงบประมาณที่ดำเนินการ',
    en: 'Say in which fiscal years it runs',
    faults: ({ fiscalYears }) => unless(fiscalYears.length > 0),
  },
  {
    code: 'FISCAL_YEARS_OUTSIDE_PLAN',
    field: 'fiscalYears',
    th: 'ปีงบประมาณอยู่นอกช่วงของแผน โปรดแก้ไข',
    en: 'Correct the fiscal year that is outside the plan’s',
    faults: ({ fiscalYears }, { fiscalYearFrom, fiscalYearTo }) =>
      fiscalYears
        .map((year, index) => ({ year, index }))
        .filter(({ year }) => year < fiscalYearFrom || year > fiscalYearTo),
  },
  {
    code: 'BUDGET_UNKNOWN',
    field: 'budgetLines',
    th: 'โปรดระบุงบประมาณ หรือไม่ใช้งบประมาณ ของปี',
    en: 'Give the budget of the fiscal year, or say that it needs none',
    faults: ({ fiscalYears, budgetLines }) => {
      const known = new Set(
        budgetLines.flatMap(({ fiscalYear, status }) => (status === 'UNKNOWN' ? [] : [fiscalYear])),
      );
      return fiscalYears.filter((year) => !known.has(year)).map((year) => ({ year }));
    },
  },
];

/**
 * Everything that is missing before a plan can be submitted; nothing when it can be. What is cancelled is not held to anything, and counts
 * among the projects all the same. No law says what a project is described by: these rules are the registry's own.
 */
export const planProblems = (plan: PlanToSubmit): PlanProblem[] => sourced(found(plan));

function found(plan: PlanToSubmit): PlanProblem[] {
  const live = plan.projects
    .map((project, place) => ({ project, place }))
    .filter(({ project }) => project.status !== 'CANCELLED');
  if (live.length === 0) {
    const message = {
      th: 'แผนยังไม่มีโครงการ โปรดเพิ่มอย่างน้อยหนึ่งโครงการก่อนส่ง',
      en: 'The plan has no project: add at least one before you submit it.',
    };
    return [{ code: 'PLAN_WITHOUT_PROJECTS', field: 'projects', nodeId: null, message }];
  }
  return live.flatMap(({ project, place }) =>
    projectChecks.flatMap(({ code, field, th, en, faults }) =>
      faults(project, plan).map(({ index, year }) => {
        const { id, sortOrder, titleTh } = project;
        const details = year === undefined ? '' : ` (${year})`;
        return {
          code,
          field: `projects[${place}].${field}${index === undefined ? '' : `[${index}]`}`,
          nodeId: encodeGlobalId('Project', id),
          message: {
            th: `${th}${details}: โครงการลำดับที่ ${sortOrder} ${titleTh}`,
            en: `${en}${details}: project ${sortOrder}, ${titleTh}.`,
          },
        };
      }),
    ),
  );
}
