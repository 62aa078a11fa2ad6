import { agencyKeys } from '../agency/agency-keys.type.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey } from '../graphql/grouping/keys.ts';
import { BudgetLineWhere, budgetLineList } from './budget-line.type.ts';
import { frameworkKeys } from './framework-keys.ts';
import { BudgetStatus, ProjectKind, ProjectStatus } from './plan.enums.ts';

groupedField({
  root: 'budgetLinesGrouped',
  name: 'BudgetLine',
  subject: { th: 'บรรทัดงบประมาณ', en: 'budget lines' },
  model: 'BudgetLine',
  where: BudgetLineWhere,
  shape: budgetLineList.shape,
  keys: {
    ...agencyKeys(['project', 'agency']),
    ...frameworkKeys(['project']),
    fiscalYear: fiscalYearKey(['fiscalYear'], 'ปีงบประมาณ · Fiscal year.'),
    status: enumKey(BudgetStatus, ['status'], 'สถานะงบประมาณ · Whether the year has a budget.'),
    projectKind: enumKey(ProjectKind, ['project', 'kind'], 'ประเภทของโครงการ · Kind of the project.'),
    projectStatus: enumKey(ProjectStatus, ['project', 'status'], 'สถานะของงาน · Status of the project.'),
  },
  numbers: {
    amount: { path: ['amount'], description: 'จำนวนเงิน (บาท) · Amount in baht, where one is budgeted.' },
    sheetAmount: {
      path: ['sheetAmount'],
      description: 'จำนวนเงินตามใบรายละเอียดโครงการ (บาท) · Amount that the detail sheet prints, where it differs.',
    },
  },
  distinct: {
    agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' },
    projects: { path: ['projectId'], description: 'โครงการ · Projects.' },
  },
});
