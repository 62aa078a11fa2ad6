import { announcementOf } from './announcement.ts';
import type { Person } from './person.ts';
import { nodes } from './registry.ts';

/** Who walks through the integrity year of an agency: its officer, who signs, the centre, and who keeps the rounds of the ITA. */
export type YearWalkers = Readonly<Record<'editor' | 'approver' | 'centre' | 'administrator', Person>>;

/** A fiscal year that has ended, of which the sample agency owes nearly everything. */
export const YEAR = 2569;

type Versioned = { readonly id: string; readonly version: number };
type Step = readonly [name: string, work: () => Promise<unknown>];

const record = 'id version';
const entry = ({ id, version }: Versioned) => ({ entryId: id, expectedVersion: version });
const at = ({ id, version }: Versioned) => ({ id, expectedVersion: version });
const of = (status: string) => `where: { fiscalYear: { eq: ${YEAR} }, status: { in: [${status}] } }`;

/** What is read on the way; an answer with errors ends the walk. */
async function read({ ask }: Person, query: string): Promise<any> {
  const { data, errors } = await ask(query);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

const headOf = async (officer: Person): Promise<string> => {
  const data = await read(officer, '{ viewer { agency { positions { id isHead } } } }');
  return data.viewer.agency.positions.find(({ isHead }: { isHead: boolean }) => isHead).id;
};

/** The plan, and the projects that run in the year. */
async function planOf(officer: Person) {
  const data = await read(
    officer,
    `{ plans(first: 1) { edges { node { id
    projects(first: 50, where: { fiscalYears: { has: ${YEAR} }, not: { status: { eq: CANCELLED } } }) { edges { node {
      id indicators { id unit } progressReports { fiscalYear quarter } } } } } } } }`,
  );
  const [plan] = nodes(data.plans);
  return { planId: plan.id, projects: nodes(plan.projects) };
}

async function declare({ editor, approver }: YearWalkers): Promise<void> {
  const address = 'https://sample-1.example/integrity-2569';
  const policy = {
    kind: 'INTEGRITY_POLICY',
    fiscalYear: YEAR,
    titleTh: 'ประกาศเจตจำนงการบริหารงานด้วยความซื่อสัตย์สุจริต',
    textAddress: address,
    signatoryId: await headOf(editor),
    signedOn: '2025-11-03',
  };
  const drafted = await editor.does('draftDeclaration', policy, `declaration { ${record} }`);
  const confirmed = await approver.does('recordDeclaration', entry(drafted.declaration), `declaration { ${record} }`);
  const place = { publishedOn: '2025-11-04', channels: ['WEBSITE'], address };
  await approver.does('publishDeclaration', { ...entry(confirmed.declaration), ...place });
}

async function confirmDrafts({ approver }: YearWalkers): Promise<void> {
  const data = await read(
    approver,
    `{
    declarations(first: 10, ${of('DRAFT')}) { edges { node { ${record} } } }
    giftReports(first: 10, ${of('DRAFT')}) { edges { node { ${record} } } }
    activities(first: 10, ${of('DRAFT')}) { edges { node { ${record} } } } }`,
  );
  for (const each of nodes(data.declarations)) await approver.does('recordDeclaration', entry(each));
  for (const each of nodes(data.giftReports)) await approver.does('recordGiftReport', entry(each));
  for (const each of nodes(data.activities)) await approver.does('recordIntegrityActivity', entry(each));
}

async function countAcknowledgements({ editor }: YearWalkers): Promise<void> {
  const data = await read(
    editor,
    `{ viewer { agency { units { id } } }
    declarations(first: 10, ${of('RECORDED, PUBLISHED')}) { edges { node { ${record} form } } } }`,
  );
  const counts = data.viewer.agency.units.map(({ id }: Versioned) => ({ unitId: id, headCount: 12, acknowledged: 12 }));
  for (const { id, version, form } of nodes(data.declarations)) {
    if (form !== 'POLICY') continue;
    const input = { declarationId: id, expectedVersion: version, countedOn: '2025-12-01', counts };
    await editor.does('countAcknowledgements', input);
  }
}

async function train({ editor, approver }: YearWalkers): Promise<void> {
  const { projects } = await planOf(editor);
  const training = {
    kind: 'TRAINING',
    titleTh: 'อบรมการป้องกันการขัดกันระหว่างประโยชน์ส่วนตนกับประโยชน์ส่วนรวม',
    fiscalYear: YEAR,
    heldFrom: '2026-01-15',
    projectId: projects[0]?.id,
    invitedCount: 60,
    attendedCount: 57,
    passedCount: 54,
  };
  const { activity } = await editor.does('addIntegrityActivity', training, `activity { ${record} }`);
  await approver.does('recordIntegrityActivity', entry(activity));
}

/** Progress of every project in a quarter that nobody has reported on. */
async function reportQuarter({ editor }: YearWalkers, quarter: number): Promise<void> {
  const { projects } = await planOf(editor);
  const isReported = ({ progressReports }: any) =>
    progressReports.some((each: any) => each.fiscalYear === YEAR && each.quarter === quarter);
  const said = { fiscalYear: YEAR, quarter, progressPercent: quarter * 25, summaryTh: 'ดำเนินการตามแผน' };
  const items = projects.filter((each) => !isReported(each)).map(({ id }) => ({ ...said, projectId: id }));
  await editor.does('reportProgressOfProjects', { items });
}

/** A report on the plan: drafted, signed, submitted, approved by the centre, published, and on record as sent on. */
async function reportOnPlan(walkers: YearWalkers, kind: 'SIX_MONTHS' | 'TWELVE_MONTHS', signedOn: string) {
  const { editor } = walkers;
  const { planId } = await planOf(editor);
  const { yearReport } = await editor.does(
    'draftPlanReport',
    { planId, fiscalYear: YEAR, kind },
    `yearReport { ${record} }`,
  );
  const published = await signAndPublish(walkers, yearReport.id, signedOn);
  await editor.does('recordPlanSubmission', {
    planId,
    yearReportId: published.id,
    submittedOn: '2026-11-02',
    receiptNo: `E-${kind}`,
  });
  return published;
}

async function signAndPublish({ editor, approver, centre }: YearWalkers, id: string, signedOn: string) {
  const shown = `yearReport { ${record} }`;
  const { node } = await read(editor, `{ node(id: "${id}") { ... on YearReport { version } } }`);
  const signature = { summaryTh: 'ดำเนินการครบถ้วนตามแผน', signedByPositionId: await headOf(editor), signedOn };
  const signed = { yearReportId: id, expectedVersion: node.version, ...signature };
  let { yearReport } = await editor.does('editYearReport', signed, shown);
  ({ yearReport } = await approver.does('submitYearReport', at(yearReport), shown));
  ({ yearReport } = await centre.does('approveYearReport', at(yearReport), shown));
  const announcement = await announcementOf(approver.ask);
  ({ yearReport } = await approver.does('publishYearReport', { ...at(yearReport), announcement }, shown));
  return yearReport as Versioned;
}

async function followUpRisks(walkers: YearWalkers): Promise<void> {
  const { editor } = walkers;
  const data = await read(
    editor,
    `{
    riskRegisters(first: 1, where: { fiscalYear: { eq: ${YEAR} } }) { edges { node { id } } }
    mitigations(first: 1, where: { fiscalYear: { eq: ${YEAR} }, status: { in: [PLANNED, IN_PROGRESS, OVERDUE] } }) { edges { node { ${record} } } } }`,
  );
  const [measure] = nodes(data.mitigations);
  await editor.does('completeMitigation', { mitigationId: measure.id, expectedVersion: measure.version });
  const [register] = nodes(data.riskRegisters);
  const { yearReport } = await editor.does(
    'draftBriberyReport',
    { riskRegisterId: register.id },
    `yearReport { ${record} items { ${record} } }`,
  );
  for (const { id, version } of yearReport.items) {
    const said = { itemId: id, expectedVersion: version, resultTh: 'มาตรการลดความเสี่ยงได้ตามที่กำหนด' };
    await editor.does('editYearReportItem', said);
  }
  await signAndPublish(walkers, yearReport.id, '2026-10-20');
}

/** Days of the round in which today answers are taken. */
async function openAnswers({ administrator }: YearWalkers): Promise<void> {
  const { itaRounds } = await read(administrator, `{ itaRounds { ${record} fiscalYear } }`);
  const round = itaRounds.find((each: { fiscalYear: number }) => each.fiscalYear === YEAR);
  await administrator.does('setItaCalendar', {
    roundId: round.id,
    expectedVersion: round.version,
    calendarSourceTh: 'ประกาศขยายเวลา (ตัวอย่าง)',
    steps: [{ step: 'OIT_ANSWERS', opensOn: '2026-03-01', closesOn: '2099-12-31' }],
  });
}

/** What the registry has not published itself is answered by its address elsewhere. */
async function answerOit({ editor }: YearWalkers): Promise<void> {
  const open = `where: { fiscalYear: { eq: ${YEAR} }, answer: { eq: NONE } }`;
  const data = await read(editor, `{ oitItems(first: 20, ${open}) { edges { node { ${record} } } } }`);
  for (const { id, version } of nodes(data.oitItems)) {
    const page = { address: 'https://sample-1.example/disclosure', publishedOn: '2026-02-02' };
    await editor.does('answerOitItem', { oitItemId: id, expectedVersion: version, ...page });
  }
}

/** The year, step by step, as an agency lives it. */
export const integrityYear = (walkers: YearWalkers): readonly Step[] => [
  ['declares the policy of the year', () => declare(walkers)],
  ['confirms what was drafted', () => confirmDrafts(walkers)],
  ['counts who acknowledged the policies', () => countAcknowledgements(walkers)],
  ['trains', () => train(walkers)],
  ['reports the progress of the first half', () => reportQuarter(walkers, 2)],
  ['reports on six months', () => reportOnPlan(walkers, 'SIX_MONTHS', '2026-04-20')],
  ['follows up the measures against bribery', () => followUpRisks(walkers)],
  ['is given days for the answers to the OIT', () => openAnswers(walkers)],
  ['answers what the OIT looks for', () => answerOit(walkers)],
  ['reports the progress of the second half', () => reportQuarter(walkers, 4)],
  [
    'reports on twelve months, and closes the year',
    async () => {
      const report = await reportOnPlan(walkers, 'TWELVE_MONTHS', '2026-10-20');
      await walkers.approver.does('closeYearReport', at(report));
    },
  ],
];
