import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { operatorTh } from '../taxonomy/indicator-operator.logic.ts';
import { linesOf } from './objectives.logic.ts';
import type { ProjectContentInput } from './project.inputs.ts';

const STEPS_MAX = most.stepsOfProject;
const PARTS_MAX = most.partsOfProject;
const YEARS_MAX = most.yearsOfPlan;
const HEADCOUNT_MAX = 100_000_000;
const SEQUENCE_MAX = 100_000;

type Text = { readonly textTh: string; readonly textEn: string | null };
export type SubStep = Text & { readonly children: readonly Text[] };
export type Step = Text & { readonly children: readonly SubStep[] };
/** Documents name groups by their number of persons alone; people give them a text. */
export type TargetGroup = {
  readonly textTh: string | null;
  readonly textEn: string | null;
  readonly headcount: number | null;
};
export type BudgetLine = {
  readonly fiscalYear: number;
  readonly status: 'BUDGETED' | 'NO_BUDGET' | 'UNKNOWN';
  readonly amount: Prisma.Decimal | null;
};

type Given<Field extends keyof ProjectContentInput> =
  NonNullable<ProjectContentInput[Field]> extends readonly (infer Part)[] ? Part : never;

const textOf = (check: Check, { textTh, textEn }: { textTh: string; textEn?: string | null }): Text => ({
  textTh: check.text('textTh', textTh, { max: TEXT_MAX }),
  textEn: check.optionalText('textEn', textEn, { max: TEXT_MAX }) ?? null,
});

type GivenStep = { textTh: string; textEn?: string | null; children?: readonly GivenText[] | null };
type GivenText = { textTh: string; textEn?: string | null };

function subStepOf(check: Check, step: GivenStep): SubStep {
  const children = check.list('children', step.children, STEPS_MAX) ?? [];
  return {
    ...textOf(check, step),
    children: children.map((child, index) => textOf(check.at(`children[${index}]`), child)),
  };
}

function stepOf(check: Check, step: Given<'steps'>): Step {
  const children = check.list('children', step.children, STEPS_MAX) ?? [];
  return {
    ...textOf(check, step),
    children: children.map((child, index) => subStepOf(check.at(`children[${index}]`), child)),
  };
}

/** Of all steps together, points of sub-steps included. */
function checkSubSteps(check: Check, steps: readonly Given<'steps'>[]): void {
  const subSteps = steps.flatMap(({ children }) => children ?? []);
  const count = subSteps.reduce((sum, { children }) => sum + 1 + (children?.length ?? 0), 0);
  const max = most.subStepsOfProject;
  if (count > max)
    check.add('steps', `มีขั้นตอนย่อยรวมกันได้ไม่เกิน ${max} ข้อ`, `All steps together have at most ${max} sub-steps.`);
}

function targetGroupOf(check: Check, group: Given<'targetGroups'>): TargetGroup {
  return { ...textOf(check, group), headcount: check.within('headcount', group.headcount ?? null, 0, HEADCOUNT_MAX) };
}

function budgetLineOf(check: Check, { fiscalYear, status, amount = null }: Given<'budgetLines'>): BudgetLine {
  check.amount('amount', amount);
  if ((status === 'BUDGETED') !== (amount !== null))
    check.add('amount', 'ระบุจำนวนเงินเฉพาะเมื่อมีงบประมาณ', 'An amount goes with BUDGETED, and only with it.');
  return { fiscalYear, status, amount };
}

function indicatorOf(check: Check, { id, ...indicator }: Given<'indicators'>) {
  const { kind, operator = null, threshold = null } = indicator;
  if (threshold === null && (operator === 'GTE' || operator === 'LTE' || operator === 'EQ'))
    check.add('threshold', `ตัวเปรียบเทียบ${operatorTh(operator)} ต้องมีค่าเป้าหมาย`, `${operator} needs a threshold.`);
  if (threshold !== null && operator === null)
    check.add('operator', 'ค่าเป้าหมายต้องมีตัวเปรียบเทียบ', 'A threshold needs an operator.');
  const name = (field: 'unit' | 'unitTh') => check.optionalText(field, indicator[field], { max: NAME_MAX }) ?? null;
  const text = (field: 'measuredByTh' | 'measuredByEn') =>
    check.optionalText(field, indicator[field], { max: TEXT_MAX }) ?? null;
  return {
    id: id?.id ?? null,
    kind,
    ...textOf(check, indicator),
    operator,
    threshold,
    unit: name('unit'),
    unitTh: name('unitTh'),
    measuredByTh: text('measuredByTh'),
    measuredByEn: text('measuredByEn'),
    comparesWithPreviousYear: operator === 'INCREASE' || operator === 'DECREASE',
  };
}

export type GivenIndicator = ReturnType<typeof indicatorOf>;

function partsOf<Input, Part>(
  check: Check,
  field: string,
  inputs: readonly Input[] | null | undefined,
  max: number,
  partOf: (check: Check, input: Input) => Part,
): Part[] | undefined {
  return check.list(field, inputs, max)?.map((input, index) => partOf(check.at(`${field}[${index}]`), input));
}

function objectivesGiven(check: Check, field: 'objectivesTh' | 'objectivesEn', input: ProjectContentInput) {
  const text = check.optionalText(field, input[field], { max: TEXT_MAX });
  if (linesOf(text ?? null).length > PARTS_MAX)
    check.add(field, `มีวัตถุประสงค์ได้ไม่เกิน ${PARTS_MAX} ข้อ`, `A project has at most ${PARTS_MAX} objectives.`);
  return text;
}

/** The content of a project, checked and normalised; what is not given stays undefined. */
export function projectContentOf(check: Check, input: ProjectContentInput) {
  const { quarters } = input;
  for (const [index, quarter] of (quarters ?? []).entries()) check.within(`quarters[${index}]`, quarter, 1, 4);
  checkSubSteps(check, input.steps ?? []);
  const budgetLines = partsOf(check, 'budgetLines', input.budgetLines, YEARS_MAX, budgetLineOf);
  const budgetYears = budgetLines?.map(({ fiscalYear }) => fiscalYear) ?? [];
  check.list('budgetLines', budgetYears, budgetYears.length);
  return {
    columns: {
      printedCode: check.optionalText('printedCode', input.printedCode, { max: NAME_MAX }),
      sequenceNo: check.within('sequenceNo', input.sequenceNo, 1, SEQUENCE_MAX) ?? undefined,
      titleEn: check.optionalText('titleEn', input.titleEn, { max: NAME_MAX }),
      rationaleTh: check.optionalText('rationaleTh', input.rationaleTh, { max: TEXT_MAX }),
      rationaleEn: check.optionalText('rationaleEn', input.rationaleEn, { max: TEXT_MAX }),
      objectivesTh: objectivesGiven(check, 'objectivesTh', input),
      objectivesEn: objectivesGiven(check, 'objectivesEn', input),
      quarters: check.list('quarters', quarters, 4)?.sort(),
    },
    parts: {
      steps: partsOf(check, 'steps', input.steps, STEPS_MAX, stepOf),
      targetGroups: partsOf(check, 'targetGroups', input.targetGroups, PARTS_MAX, targetGroupOf),
      unitIds: check.ids('responsibleUnitIds', input.responsibleUnitIds, PARTS_MAX),
      budgetLines,
    },
    indicators: partsOf(check, 'indicators', input.indicators, PARTS_MAX, indicatorOf),
  };
}

/** The fiscal years in which a project runs: some, each once, all within those of its plan. */
export function projectYearsOf(
  check: Check,
  years: readonly number[],
  plan: { readonly fiscalYearFrom: number; readonly fiscalYearTo: number },
): number[] {
  for (const [index, year] of years.entries())
    check.within(`fiscalYears[${index}]`, year, plan.fiscalYearFrom, plan.fiscalYearTo);
  if (years.length === 0) check.add('fiscalYears', 'โปรดระบุอย่างน้อยหนึ่งปีงบประมาณ', 'Name at least one fiscal year.');
  return check.list('fiscalYears', years, YEARS_MAX)?.sort() ?? [];
}

/** Money is planned for the years in which the project runs. */
export function requireBudgetsWithin(
  check: Check,
  lines: readonly { readonly fiscalYear: number }[],
  years: readonly number[],
): void {
  for (const [index, { fiscalYear }] of lines.entries())
    if (!years.includes(fiscalYear))
      check.add(
        `budgetLines[${index}].fiscalYear`,
        `โครงการไม่ได้ดำเนินการในปี ${fiscalYear}`,
        `The project does not run in fiscal year ${fiscalYear}.`,
      );
}
