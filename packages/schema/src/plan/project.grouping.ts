import { agencyKeys } from '../agency/agency-keys.type.ts';
import { Origin, RecordStatus } from '../graphql/enums.ts';
import { groupedField } from '../graphql/grouping/grouped-field.ts';
import { enumKey, fiscalYearKey } from '../graphql/grouping/keys.ts';
import { frameworkKeys } from './framework-keys.ts';
import { ProjectKind, ProjectStatus } from './plan.enums.ts';
import { ProjectWhere, projectList } from './project.type.ts';

groupedField({
  root: 'projectsGrouped',
  name: 'Project',
  subject: { th: 'โครงการ', en: 'projects' },
  model: 'Project',
  where: ProjectWhere,
  shape: projectList.shape,
  keys: {
    ...agencyKeys(),
    ...frameworkKeys([]),
    planFiscalYearFrom: fiscalYearKey(
      ['plan', 'fiscalYearFrom'],
      'ปีงบประมาณแรกของแผน · First fiscal year of the plan.',
    ),
    planFiscalYearTo: fiscalYearKey(['plan', 'fiscalYearTo'], 'ปีงบประมาณสุดท้ายของแผน · Last fiscal year of the plan.'),
    planStatus: enumKey(RecordStatus, ['plan', 'status'], 'สถานะของแผน · Status of the plan.'),
    kind: enumKey(ProjectKind, ['kind'], 'ประเภทของโครงการ · Kind of the project.'),
    status: enumKey(ProjectStatus, ['status'], 'สถานะของงาน · Status of the work.'),
    origin: enumKey(Origin, ['origin'], 'ที่มาของข้อมูล · Where the record comes from.'),
  },
  numbers: {
    budget: {
      path: ['budgetLines', 'amount'],
      description:
        'งบประมาณรวมทุกปีของโครงการ (บาท) · Budget of a project over all years in baht, where a line states an amount.',
    },
  },
  distinct: {
    agencies: { path: ['agencyId'], description: 'หน่วยงาน · Agencies.' },
    plans: { path: ['planId'], description: 'แผน · Plans.' },
  },
});
