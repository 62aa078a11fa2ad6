import { models } from '@registry/prisma/generated/model.ts';
import { fiscalYearOf } from '@registry/schema/base/fiscal-year.logic.ts';
import { shownOrderStatuses } from '@registry/schema/delegation/orders/order-status.logic.ts';
import { shownStatuses } from '@registry/schema/risk/mitigation.logic.ts';
import { reviewStates } from '@registry/schema/risk/review.logic.ts';

type Row = any;
export type Value = string | number | null;

/** How the values of a key follow each other: as numbers and days do, in the order of an enum, or as the database sorts the texts of a column. */
export type Ranking = 'PLAIN' | readonly string[] | { readonly column: string; readonly model: string };

export type KeySpec = { readonly of: (row: Row) => Value; readonly ranking: Ranking };

/** A grouping, and the same of plain rows: what to read of each, and what its keys, numbers and different ones are. */
export type Spec = {
  readonly root: string;
  readonly list: string;
  readonly name: string;
  readonly rows: string;
  readonly keys: Readonly<Record<string, KeySpec>>;
  readonly numbers: Readonly<Record<string, (row: Row) => string | null>>;
  readonly distinct: Readonly<Record<string, (row: Row) => Value>>;
};

const enumOf = (model: string, column: string): readonly string[] => models[model]?.columns[column]?.values ?? [];
const plain = (of: (row: Row) => Value): KeySpec => ({ of, ranking: 'PLAIN' });
const ranked = (ranking: Ranking, of: (row: Row) => Value): KeySpec => ({ of, ranking });

const agencyKeys = (agencyOf: (row: Row) => Row = ({ agency }) => agency) => ({
  agency: ranked({ model: 'Agency', column: 'code' }, (row) => agencyOf(row).code),
  agencyKind: ranked(enumOf('Agency', 'kind'), (row) => agencyOf(row).kind),
  districtGroup: ranked(enumOf('Agency', 'districtGroup'), (row) => agencyOf(row).districtGroup),
});

const originKey = { origin: ranked(enumOf('Risk', 'origin'), ({ origin }) => origin) };

const firstDay = (day: string | null, months: number): string | null => {
  if (day === null) return null;
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / months) * months + 1;
  return `${year}-${String(first).padStart(2, '0')}-01`;
};

const periodKeys = (name: string, dayOf: (row: Row) => string | null) => ({
  [`${name}Year`]: plain((row) => firstDay(dayOf(row), 12)),
  [`${name}Quarter`]: plain((row) => firstDay(dayOf(row), 3)),
  [`${name}Month`]: plain((row) => firstDay(dayOf(row), 1)),
  [`${name}FiscalYear`]: plain((row) => {
    const day = dayOf(row);
    return day === null ? null : fiscalYearOf(new Date(`${day}T00:00:00Z`));
  }),
});

const frameworkKeys = (projectOf: (row: Row) => Row) => ({
  dimension: plain((row) => projectOf(row).dimension.number),
  mission: ranked({ model: 'FrameworkMission', column: 'code' }, (row) => projectOf(row).mission?.code ?? null),
});

/** The sum of amounts of baht, as text; null where there are none. */
export const sumOf = (amounts: readonly (string | null)[]): string | null => {
  const given = amounts.filter((each) => each !== null);
  if (given.length === 0) return null;
  const hundredths = given.reduce((sum, each) => sum + BigInt(each.replace('.', '')), 0n);
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const AGENCY = 'agency { code kind districtGroup }';
const PROJECT = 'kind status dimension { number } mission { code }';
const id = (row: Row): string => row?.id ?? null;
/** The id of a record as it is kept: its order is that of the database. */
export const keptId = (row: Row): string | null =>
  row ? (Buffer.from(row.id, 'base64url').toString().split(':')[1] ?? null) : null;
/** Keys that are records, told by id and name. */
export const recordKeys: ReadonlySet<string> = new Set([
  'responsibleUnit',
  'ownerUnit',
  'ownerPosition',
  'signedByPosition',
]);
const whole = (value: number | null): string | null => (value === null ? null : `${value}.00`);

export const specs: readonly Spec[] = [
  {
    root: 'risksGrouped',
    list: 'risks',
    name: 'Risk',
    rows: `${AGENCY} fiscalYear processArea level itaArea reviewState origin score likelihood impact register { id status } responsibleUnit { id }`,
    keys: {
      ...agencyKeys(),
      fiscalYear: plain(({ fiscalYear }) => fiscalYear),
      processArea: ranked(enumOf('Risk', 'processArea'), ({ processArea }) => processArea),
      level: ranked(enumOf('Risk', 'level'), ({ level }) => level),
      itaArea: ranked(enumOf('Risk', 'itaArea'), ({ itaArea }) => itaArea),
      responsibleUnit: plain(({ responsibleUnit }) => keptId(responsibleUnit)),
      reviewState: ranked(reviewStates, ({ reviewState }) => reviewState),
      registerStatus: ranked(enumOf('RiskRegister', 'status'), ({ register }) => register.status),
      ...originKey,
    },
    numbers: {
      score: ({ score }) => whole(score),
      likelihood: ({ likelihood }) => whole(likelihood),
      impact: ({ impact }) => whole(impact),
    },
    distinct: {
      agencies: ({ agency }) => agency.code,
      registers: ({ register }) => id(register),
      responsibleUnits: ({ responsibleUnit }) => id(responsibleUnit),
    },
  },
  {
    root: 'mitigationsGrouped',
    list: 'mitigations',
    name: 'Mitigation',
    rows: `${AGENCY} risk { id fiscalYear processArea level } status strategy dueOn origin progressPercent budgetAmount ownerUnit { id } ownerPosition { id }`,
    keys: {
      ...agencyKeys(),
      fiscalYear: plain(({ risk }) => risk.fiscalYear),
      processArea: ranked(enumOf('Risk', 'processArea'), ({ risk }) => risk.processArea),
      riskLevel: ranked(enumOf('Risk', 'level'), ({ risk }) => risk.level),
      status: ranked(shownStatuses, ({ status }) => status),
      strategy: ranked(enumOf('Mitigation', 'strategy'), ({ strategy }) => strategy),
      ownerUnit: plain(({ ownerUnit }) => keptId(ownerUnit)),
      ownerPosition: plain(({ ownerPosition }) => keptId(ownerPosition)),
      ...periodKeys('due', ({ dueOn }) => dueOn),
      ...originKey,
    },
    numbers: {
      progressPercent: ({ progressPercent }) => whole(progressPercent),
      budgetAmount: ({ budgetAmount }) => budgetAmount,
    },
    distinct: {
      agencies: ({ agency }) => agency.code,
      risks: ({ risk }) => id(risk),
      ownerUnits: ({ ownerUnit }) => id(ownerUnit),
    },
  },
  {
    root: 'delegationOrdersGrouped',
    list: 'delegationOrders',
    name: 'DelegationOrder',
    rows: `${AGENCY} status kind year signedByPosition { id } effectiveFrom effectiveTo origin`,
    keys: {
      ...agencyKeys(),
      status: ranked(shownOrderStatuses, ({ status }) => status),
      kind: ranked(enumOf('DelegationOrder', 'kind'), ({ kind }) => kind),
      year: plain(({ year }) => year),
      signedByPosition: plain(({ signedByPosition }) => keptId(signedByPosition)),
      ...periodKeys('effective', ({ effectiveFrom }) => effectiveFrom),
      ...periodKeys('expiry', ({ effectiveTo }) => effectiveTo),
      ...originKey,
    },
    numbers: {},
    distinct: { agencies: ({ agency }) => agency.code },
  },
  {
    root: 'projectsGrouped',
    list: 'projects',
    name: 'Project',
    rows: `${AGENCY} ${PROJECT} origin plan { id fiscalYearFrom fiscalYearTo status } budgetLines { amount }`,
    keys: {
      ...agencyKeys(),
      ...frameworkKeys((row) => row),
      planFiscalYearFrom: plain(({ plan }) => plan.fiscalYearFrom),
      planFiscalYearTo: plain(({ plan }) => plan.fiscalYearTo),
      planStatus: ranked(enumOf('Plan', 'status'), ({ plan }) => plan.status),
      kind: ranked(enumOf('Project', 'kind'), ({ kind }) => kind),
      status: ranked(enumOf('Project', 'status'), ({ status }) => status),
      ...originKey,
    },
    numbers: { budget: ({ budgetLines }) => sumOf(budgetLines.map(({ amount }: Row) => amount)) },
    distinct: { agencies: ({ agency }) => agency.code, plans: ({ plan }) => id(plan) },
  },
  {
    root: 'budgetLinesGrouped',
    list: 'budgetLines',
    name: 'BudgetLine',
    rows: `fiscalYear status amount sheetAmount project { id ${AGENCY} ${PROJECT} }`,
    keys: {
      ...agencyKeys(({ project }) => project.agency),
      ...frameworkKeys(({ project }) => project),
      fiscalYear: plain(({ fiscalYear }) => fiscalYear),
      status: ranked(enumOf('BudgetLine', 'status'), ({ status }) => status),
      projectKind: ranked(enumOf('Project', 'kind'), ({ project }) => project.kind),
      projectStatus: ranked(enumOf('Project', 'status'), ({ project }) => project.status),
    },
    numbers: { amount: ({ amount }) => amount, sheetAmount: ({ sheetAmount }) => sheetAmount },
    distinct: { agencies: ({ project }) => project.agency.code, projects: ({ project }) => id(project) },
  },
  {
    root: 'findingsGrouped',
    list: 'findings',
    name: 'Finding',
    rows: `${AGENCY} code severity state basis fiscalYear sourceDocument origin`,
    keys: {
      ...agencyKeys(),
      code: ranked({ model: 'Finding', column: 'code' }, ({ code }) => code),
      severity: ranked(enumOf('Finding', 'severity'), ({ severity }) => severity),
      state: ranked(['OPEN', 'DISMISSED', 'ACKNOWLEDGED', 'RESOLVED'], ({ state }) => state),
      basis: ranked(['LAW', 'DOCUMENT', 'REGISTRY_RULE'], ({ basis }) => basis),
      fiscalYear: plain(({ fiscalYear }) => fiscalYear),
      sourceDocument: ranked({ model: 'Finding', column: 'sourceDocument' }, ({ sourceDocument }) => sourceDocument),
      ...originKey,
    },
    numbers: {},
    distinct: { agencies: ({ agency }) => agency.code, codes: ({ code }) => code },
  },
];
