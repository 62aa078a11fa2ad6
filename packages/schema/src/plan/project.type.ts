import { Agency, Unit } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { most, quartersOfYear } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { type Objective, objectivesOf } from './objectives.logic.ts';
import { ProjectKind, ProjectStatus } from './plan.enums.ts';
import { Plan } from './plan.type.ts';

const ProjectObjective = builder.objectRef<Objective>('ProjectObjective').implement({
  description: 'วัตถุประสงค์หนึ่งข้อ · One objective of a project.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'ลำดับ · Number, from 1.' }),
    textTh: t.exposeString('textTh', { description: 'ข้อความภาษาไทย · Text in Thai.' }),
    textEn: t.exposeString('textEn', { nullable: true, description: 'ข้อความภาษาอังกฤษ · Text in English.' }),
  }),
});

export const Project = builder.prismaNode('Project', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the project.' }),
    plan: t.relation('plan'),
    dimension: t.relation('dimension'),
    mission: t.relation('mission', { nullable: true }),
    subMission: t.relation('subMission', { nullable: true }),
    kind: t.expose('kind', { type: ProjectKind }),
    printedCode: t.exposeString('printedCode', { nullable: true }),
    sequenceNo: t.exposeInt('sequenceNo'),
    sortOrder: t.exposeInt('sortOrder'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    printedTitle: t.exposeString('printedTitle', { nullable: true }),
    inferred: t.exposeStringList('inferred', { listSize: most.inferredFields }),
    rationaleTh: t.exposeString('rationaleTh', { nullable: true }),
    rationaleEn: t.exposeString('rationaleEn', { nullable: true }),
    objectives: t.field({
      type: [ProjectObjective],
      listSize: most.partsOfProject,
      description: 'วัตถุประสงค์เป็นข้อ ๆ · The objectives one by one, in order.',
      select: { objectivesTh: true, objectivesEn: true },
      resolve: objectivesOf,
    }),
    objectivesTh: t.exposeString('objectivesTh', { nullable: true }),
    objectivesEn: t.exposeString('objectivesEn', { nullable: true }),
    fiscalYears: t.expose('fiscalYears', { type: ['FiscalYear'], listSize: most.yearsOfPlan }),
    quarters: t.exposeIntList('quarters', { listSize: quartersOfYear }),
    periodPrinted: t.exposeString('periodPrinted', { nullable: true }),
    responsiblePrinted: t.exposeString('responsiblePrinted', { nullable: true }),
    status: t.expose('status', { type: ProjectStatus }),
    steps: t.relation('steps', {
      description: 'ขั้นตอนวิธีดำเนินการ · Steps of the method, in order; sub-steps stand under their step.',
      query: { where: { parentId: null }, orderBy: { sortOrder: 'asc' } },
      listSize: most.stepsOfProject,
    }),
    targetGroups: t.relation('targetGroups', {
      description: 'กลุ่มเป้าหมาย · Target groups.',
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: most.partsOfProject,
    }),
    budgetLines: t.relation('budgetLines', {
      description: 'งบประมาณรายปี · Budget by fiscal year.',
      query: { orderBy: { fiscalYear: 'asc' } },
      listSize: most.yearsOfPlan,
    }),
    indicators: t.relation('indicators', {
      description: 'ตัวชี้วัด · Output and outcome indicators.',
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: most.partsOfProject,
    }),
    responsibleUnits: t.field({
      type: [Unit],
      listSize: most.partsOfProject,
      description: 'ส่วนราชการที่รับผิดชอบ · Responsible units of the agency.',
      select: (_args, _context, nested) => ({ units: { select: { unit: nested(true) }, orderBy: { unitId: 'asc' } } }),
      resolve: ({ units }) => units.map(({ unit }) => unit),
    }),
    notes: t.relation('notes', {
      description: 'หมายเหตุจากการถอดเอกสาร · What the transcription noticed.',
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: most.transcribed,
    }),
    progressReports: t.relation('progressReports', {
      description: 'รายงานความก้าวหน้า · Progress reports, in order of time.',
      query: { orderBy: [{ fiscalYear: 'asc' }, { quarter: 'asc' }] },
      listSize: most.yearsOfPlan * quartersOfYear,
    }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const ProjectConnection = builder.connectionObject({ type: Project, name: 'ProjectConnection' });

export const ProjectWhere = whereInput(
  'ProjectWhere',
  { th: 'โครงการ', en: 'projects' },
  {},
  { loaded: ['copiedFrom', 'responsibleUnits'] },
);

export const ProjectOrder = orderInput(
  'ProjectOrder',
  { th: 'โครงการ', en: 'projects' },
  {
    sortOrder: 'ลำดับในแผน · Order within the plan.',
    titleTh: 'ชื่อไทยตามพจนานุกรม · Thai title, by the Thai dictionary.',
    status: 'สถานะ · Status.',
    updatedAt: 'แก้ไขล่าสุด · Last change.',
  },
);

export const projectList: ListPolicy = {
  model: 'Project',
  shape: shapeOf('Project'),
  defaultOrder: { sortOrder: 'asc' },
};

builder.prismaObjectFields(Plan, (t) => ({
  projects: t.relatedConnection(
    'projects',
    {
      ...relatedList(projectList),
      description: 'โครงการในแผน · Projects of the plan, in its order unless ordered otherwise.',
      args: listArguments(ProjectWhere, ProjectOrder),
    },
    ProjectConnection,
  ),
}));

builder.prismaObjectFields(Agency, (t) => ({
  projects: t.relatedConnection(
    'projects',
    {
      ...relatedList(projectList),
      nullable: true,
      description: 'โครงการของหน่วยงาน · Projects of the agency that the viewer may see.',
      args: listArguments(ProjectWhere, ProjectOrder),
    },
    ProjectConnection,
  ),
}));
