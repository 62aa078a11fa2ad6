import { describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import { type PlanToSubmit, type ProjectToSubmit, planProblems } from './plan-submission.logic.ts';

const project: ProjectToSubmit = {
  id: 'project',
  sortOrder: 3,
  titleTh: 'โครงการตัวอย่าง',
  status: 'PLANNED',
  objectivesTh: 'ให้เจ้าหน้าที่รู้มาตรการ',
  fiscalYears: [2568, 2569],
  unitCount: 1,
  stepCount: 2,
  indicatorCount: 1,
  budgetLines: [
    { fiscalYear: 2568, status: 'BUDGETED' },
    { fiscalYear: 2569, status: 'NO_BUDGET' },
  ],
};

const planOf = (...projects: ProjectToSubmit[]): PlanToSubmit => ({
  fiscalYearFrom: 2566,
  fiscalYearTo: 2570,
  projects,
});
const problemsOf = (plan: PlanToSubmit) => planProblems(plan).map(({ code, field }) => `${code} ${field}`);

describe('a plan', () => {
  it('can be submitted when nothing is missing: a year that needs no budget is known', () => {
    expect(planProblems(planOf(project))).toEqual([]);
  });

  it('needs a project that is not cancelled', () => {
    expect(problemsOf(planOf())).toEqual(['PLAN_WITHOUT_PROJECTS projects']);
    expect(problemsOf(planOf({ ...project, status: 'CANCELLED' }))).toEqual(['PLAN_WITHOUT_PROJECTS projects']);
  });

  it('asks nothing of a project that is cancelled', () => {
    expect(planProblems(planOf(project, { ...project, status: 'CANCELLED', objectivesTh: null }))).toEqual([]);
  });
});

const cases: readonly [Partial<ProjectToSubmit>, string][] = [
  [{ objectivesTh: null }, 'PROJECT_WITHOUT_OBJECTIVES projects[0].objectivesTh'],
  [{ objectivesTh: ' \n ' }, 'PROJECT_WITHOUT_OBJECTIVES projects[0].objectivesTh'],
  [{ unitCount: 0 }, 'PROJECT_WITHOUT_UNIT projects[0].responsibleUnits'],
  [{ stepCount: 0 }, 'PROJECT_WITHOUT_STEPS projects[0].steps'],
  [{ indicatorCount: 0 }, 'PROJECT_WITHOUT_INDICATORS projects[0].indicators'],
  [{ fiscalYears: [] }, 'PROJECT_WITHOUT_FISCAL_YEARS projects[0].fiscalYears'],
  [{ budgetLines: [{ fiscalYear: 2568, status: 'BUDGETED' }] }, 'BUDGET_UNKNOWN projects[0].budgetLines'],
  [
    {
      budgetLines: [
        { fiscalYear: 2568, status: 'UNKNOWN' },
        { fiscalYear: 2569, status: 'BUDGETED' },
      ],
    },
    'BUDGET_UNKNOWN projects[0].budgetLines',
  ],
  [
    {
      fiscalYears: [2570, 2571],
      budgetLines: [
        { fiscalYear: 2570, status: 'BUDGETED' },
        { fiscalYear: 2571, status: 'BUDGETED' },
      ],
    },
    'FISCAL_YEARS_OUTSIDE_PLAN projects[0].fiscalYears[1]',
  ],
];

describe('a project', () => {
  it.each(cases)('with %j is named as %s, and nothing else', (fault, problem) => {
    expect(problemsOf(planOf({ ...project, ...fault }))).toEqual([problem]);
  });

  it('with everything wrong is told all at once, as is every other one', () => {
    const broken: ProjectToSubmit = {
      ...project,
      objectivesTh: '',
      unitCount: 0,
      stepCount: 0,
      indicatorCount: 0,
      fiscalYears: [2565],
      budgetLines: [],
    };
    const problems = planProblems(planOf(broken, { ...broken, sortOrder: 4, fiscalYears: [] }));
    expect(problems).toHaveLength(11);
    expect(new Set(problems.map(({ code }) => code)).size).toBe(7);
    for (const { message } of [...problems, ...planProblems(planOf())]) {
      expect(message.th).toMatch(/ \(ที่มา: หลักเกณฑ์ของทะเบียน\)$/);
      expect(message.en).toMatch(/ \(Source: rule of the registry\.\)$/);
    }
    expect(problems.filter(({ field }) => field.startsWith('projects[0].'))).toHaveLength(6);
  });

  it('is named by its place and title, and each year in question by itself, in both languages', () => {
    const problems = planProblems(planOf({ ...project, budgetLines: [] }));
    expect(problems.map(({ message }) => message.th)).toEqual(
      [2568, 2569].map((year) => expect.stringContaining(`(${year}): โครงการลำดับที่ 3 โครงการตัวอย่าง`)),
    );
    expect(problems.map(({ message }) => message.en)).toEqual(
      [2568, 2569].map((year) => expect.stringContaining(`(${year}): project 3`)),
    );
  });

  it('counts from 0 among all of its plan, those that are cancelled too, and is named by its id', () => {
    const plan = planOf({ ...project, status: 'CANCELLED' }, { ...project, id: 'second', unitCount: 0 });
    expect(planProblems(plan)).toMatchObject([
      { field: 'projects[1].responsibleUnits', nodeId: encodeGlobalId('Project', 'second') },
    ]);
    expect(planProblems(planOf())).toMatchObject([{ field: 'projects', nodeId: null }]);
  });
});
