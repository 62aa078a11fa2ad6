import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { planContent } from '../content.ts';
import { type Columns, dataset, fieldsOf } from '../dataset.ts';
import type { PublishedEdition } from '../published-editions.ts';

/** The projects of a published plan, each row naming the plan that it stands in. */
function projectsOf({ content }: PublishedEdition) {
  const plan = planContent.parse(content);
  const { titleTh: planTitleTh, origin } = plan;
  return plan.projects.map((project) => ({ ...project, projectId: project.id, planTitleTh, origin }));
}

const ofPlan: Columns = { planTitleTh: { type: 'string', means: 'Plan.titleTh' } };

const ofProject: Columns = {
  ...ofPlan,
  projectId: {
    type: 'string',
    means: {
      th: 'รหัสโครงการ คงเดิมทุกฉบับ',
      en: 'Id of the project, the same in every edition and in every data set.',
    },
  },
};

export const projects = dataset({
  name: 'projects',
  title: { th: 'โครงการในแผนที่เผยแพร่', en: 'Projects of published plans' },
  description: {
    th: 'โครงการ กิจกรรม และมาตรการในแผนฉบับล่าสุดที่เผยแพร่',
    en: 'Each project, activity and measure in the latest published edition of each plan.',
  },
  kind: 'PLAN',
  columns: {
    ...ofProject,
    ...fieldsOf('Plan', { origin: 'string' }),
    ...fieldsOf('Project', {
      kind: 'string',
      sequenceNo: 'integer',
      printedCode: 'string',
      dimension: 'integer',
      mission: 'string',
      subMission: 'string',
      titleTh: 'string',
      titleEn: 'string',
      objectivesTh: 'string',
      objectivesEn: 'string',
      rationaleTh: 'string',
      rationaleEn: 'string',
      fiscalYears: 'list',
      quarters: 'list',
      status: 'string',
      responsibleUnits: 'list',
    }),
  },
  rowsOf: projectsOf,
});

export const budgetLines = dataset({
  name: 'budget-lines',
  title: { th: 'งบประมาณรายปีของโครงการที่เผยแพร่', en: 'Budget lines of published projects' },
  description: {
    th: 'งบประมาณแต่ละปีของแต่ละโครงการในแผนฉบับล่าสุดที่เผยแพร่ หน่วยบาท',
    en: 'The budget of each project for each fiscal year in the latest published editions, in baht.',
  },
  kind: 'PLAN',
  columns: {
    ...ofProject,
    ...fieldsOf('Project', { dimension: 'integer', titleTh: 'string' }),
    ...fieldsOf('BudgetLine', { fiscalYear: 'integer', status: 'string', amount: 'number' }),
  },
  rowsOf: (edition) =>
    projectsOf(edition).flatMap(({ budgetLines: lines, projectId, planTitleTh, dimension, titleTh }) =>
      lines.map((line) => ({ ...line, projectId, planTitleTh, dimension, titleTh })),
    ),
});

export const indicators = dataset({
  name: 'indicators',
  title: { th: 'ตัวชี้วัดของโครงการที่เผยแพร่', en: 'Indicators of published projects' },
  description: {
    th: 'ตัวชี้วัดแต่ละข้อของโครงการในแผนฉบับล่าสุดที่เผยแพร่',
    en: 'Each indicator of each project in the latest published editions.',
  },
  kind: 'PLAN',
  columns: {
    ...ofProject,
    ...fieldsOf('Indicator', {
      kind: 'string',
      textTh: 'string',
      textEn: 'string',
      operator: 'string',
      threshold: 'number',
      unit: 'string',
      unitTh: 'string',
      measuredByTh: 'string',
      measuredByEn: 'string',
    }),
  },
  rowsOf: (edition) =>
    projectsOf(edition).flatMap(({ indicators: each, projectId, planTitleTh }) =>
      each.map((indicator) => ({ ...indicator, projectId, planTitleTh })),
    ),
});

/** What the lines of a plan come to, for each year and dimension; no amount where none of them states one. */
function budgetsOf(edition: PublishedEdition) {
  const sums = new Map<
    string,
    { fiscalYear: number; dimension: number | null; lines: number; amount: string | null }
  >();
  for (const { dimension = null, budgetLines: lines } of projectsOf(edition))
    for (const { fiscalYear, amount } of lines) {
      const key = `${fiscalYear} ${dimension}`;
      const sum = sums.get(key) ?? { fiscalYear, dimension, lines: 0, amount: null };
      const total = amount ? new Prisma.Decimal(sum.amount ?? 0).plus(amount).toFixed(2) : sum.amount;
      sums.set(key, { ...sum, lines: sum.lines + 1, amount: total });
    }
  return [...sums.values()].sort(
    (one, other) => one.fiscalYear - other.fiscalYear || (one.dimension ?? 0) - (other.dimension ?? 0),
  );
}

export const budgets = dataset({
  name: 'budgets',
  title: { th: 'งบประมาณตามมิติและปี', en: 'Budgets by dimension and year' },
  description: {
    th: 'ผลรวมงบประมาณของแต่ละแผน ตามปีงบประมาณและมิติ รวมจากชุดข้อมูล budget-lines',
    en: 'What each plan plans to spend, by fiscal year and dimension: sums of the data set budget-lines.',
  },
  kind: 'PLAN',
  columns: {
    ...ofPlan,
    ...fieldsOf('BudgetLine', { fiscalYear: 'integer' }),
    ...fieldsOf('Project', { dimension: 'integer' }),
    lines: {
      type: 'integer',
      means: { th: 'จำนวนรายการงบประมาณ', en: 'How many budget lines there are, with and without an amount.' },
    },
    ...fieldsOf('BudgetLine', { amount: 'number' }),
  },
  rowsOf(edition) {
    const { titleTh: planTitleTh } = planContent.parse(edition.content);
    return budgetsOf(edition).map((sum) => ({ ...sum, planTitleTh }));
  },
});
