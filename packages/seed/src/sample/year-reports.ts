import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { LifecycleStatus, RecordStatus, YearReportKind } from '@registry/prisma/generated/client/enums.ts';
import { dayOfFiscalYear } from '../rows/calendar.ts';
import { agencyId, positionId } from '../rows/identifiers.ts';
import { actAsSeed, seedAccountId } from '../rows/seed-account.ts';
import { noRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { identifierOf, registerIdOf } from './identifier-of.ts';
import { writeReportEdition } from './report-editions.ts';
import { writeBriberyItems, writeProjectItems } from './report-items.ts';

type SampleReport = {
  readonly code: string;
  readonly kind: YearReportKind;
  readonly year: 2567 | 2568;
  readonly status: RecordStatus;
};

/** Who has reported what on 2567 and 2568; of 2569 everybody owes all. */
const sampleReports: readonly SampleReport[] = [
  { code: 'SAMPLE-1', kind: 'SIX_MONTHS', year: 2567, status: 'APPROVED' },
  { code: 'SAMPLE-1', kind: 'TWELVE_MONTHS', year: 2568, status: 'APPROVED' },
  { code: 'SAMPLE-1', kind: 'BRIBERY_RISKS', year: 2568, status: 'SUBMITTED' },
  { code: 'SAMPLE-2', kind: 'SIX_MONTHS', year: 2568, status: 'DRAFT' },
  { code: 'SAMPLE-2', kind: 'TWELVE_MONTHS', year: 2568, status: 'RETURNED' },
  { code: 'SAMPLE-2', kind: 'BRIBERY_RISKS', year: 2568, status: 'APPROVED' },
  { code: 'SAMPLE-5', kind: 'TWELVE_MONTHS', year: 2568, status: 'PUBLISHED' },
  { code: 'SAMPLE-5', kind: 'BRIBERY_RISKS', year: 2568, status: 'DRAFT' },
];

type Step = { readonly act: 'SUBMIT' | 'RETURN' | 'APPROVE' | 'PUBLISH'; readonly to: LifecycleStatus };

const submit: Step = { act: 'SUBMIT', to: 'SUBMITTED' };
const approve: Step = { act: 'APPROVE', to: 'APPROVED' };
const wayTo: Readonly<Partial<Record<RecordStatus, readonly Step[]>>> = {
  SUBMITTED: [submit],
  RETURNED: [submit, { act: 'RETURN', to: 'RETURNED' }],
  APPROVED: [submit, approve],
  PUBLISHED: [submit, approve, { act: 'PUBLISH', to: 'PUBLISHED' }],
};

const idOfReport = (code: string, kind: YearReportKind, year: number): string =>
  identifierOf(code, 'year-report', kind, year);

/** A report with its signature and how it came to its status, before its items. */
async function writeReport(tx: Prisma.TransactionClient, report: SampleReport): Promise<number> {
  const { code, kind, year, status } = report;
  const owner = agencyId(code);
  const id = idOfReport(code, kind, year);
  const isSubmitted = status !== 'DRAFT';
  const rows = noRows();
  rows.yearReport.push({
    id,
    agencyId: owner,
    kind,
    fiscalYear: year,
    planId: kind === 'BRIBERY_RISKS' ? null : identifierOf(code, 'plan', 2566),
    registerId: kind === 'BRIBERY_RISKS' ? registerIdOf(code, year) : null,
    summaryTh: isSubmitted ? 'ดำเนินการได้ตามแผนเป็นส่วนใหญ่ (ตัวอย่าง)' : null,
    problemsTh: isSubmitted ? 'ได้รับโอนงบประมาณล่าช้ากว่าแผน (ตัวอย่าง)' : null,
    suggestionsTh: isSubmitted ? 'ควรเริ่มจัดซื้อจัดจ้างตั้งแต่ไตรมาสแรก (ตัวอย่าง)' : null,
    signedById: isSubmitted ? positionId(code, 'DIR') : null,
    signedOn: isSubmitted ? dayOfFiscalYear(year, kind === 'SIX_MONTHS' ? 7 : 13, 10) : null,
    status,
    origin: 'SAMPLE',
  });
  let fromStatus: LifecycleStatus = 'DRAFT';
  for (const [index, { act, to }] of (wayTo[status] ?? []).entries()) {
    rows.statusChange.push({
      id: identifierOf(code, 'status-change', `year-report ${kind} ${year}`, act),
      agencyId: owner,
      reportId: id,
      act,
      fromStatus,
      toStatus: to,
      role: act === 'SUBMIT' || act === 'PUBLISH' ? 'APPROVER' : 'CENTRE',
      at: dayOfFiscalYear(year, (kind === 'SIX_MONTHS' ? 7 : 13) + index, 15),
      accountId: seedAccountId,
      comment: 'ข้อมูลตัวอย่าง',
    });
    fromStatus = to;
  }
  return writeTenantRows(tx, owner, 'loadYearReports', rows);
}

/** When the sample plans, and the reports that the centre approved, were sent to the national plan system. */
async function writeSubmissions(tx: Prisma.TransactionClient): Promise<number> {
  const rows = noRows();
  const ofPlan = (code: string, reportId: string | null, submittedOn: Date, receiptNo: string) =>
    rows.planSubmission.push({
      id: identifierOf(code, 'plan-submission', receiptNo),
      agencyId: agencyId(code),
      planId: identifierOf(code, 'plan', 2566),
      reportId,
      round: 1,
      submittedOn,
      receiptNo,
      address: `https://${code.toLowerCase()}.example/e-plan/${receiptNo}`,
      origin: 'SAMPLE',
    });
  ofPlan('SAMPLE-1', null, dayOfFiscalYear(2566, 4, 5), '2566-0001');
  ofPlan('SAMPLE-1', idOfReport('SAMPLE-1', 'SIX_MONTHS', 2567), dayOfFiscalYear(2567, 9, 5), '2567-0014');
  const first = await writeTenantRows(tx, agencyId('SAMPLE-1'), 'loadYearReports', rows);
  rows.planSubmission = [];
  ofPlan('SAMPLE-5', null, dayOfFiscalYear(2566, 4, 9), '2566-0005');
  return first + (await writeTenantRows(tx, agencyId('SAMPLE-5'), 'loadYearReports', rows));
}

/** Year reports of the sample city, from what its projects and registers say. */
export async function writeYearReports(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const report of sampleReports) {
    const { code, kind, year, status } = report;
    const id = idOfReport(code, kind, year);
    const items = kind === 'BRIBERY_RISKS' ? writeBriberyItems : writeProjectItems;
    written += await writeReport(tx, report);
    written += await items(tx, id);
    if (status === 'PUBLISHED') written += await writeReportEdition(tx, code, id);
  }
  written += await writeSubmissions(tx);
  await actAsSeed(tx, 'loadYearReports');
  return written;
}
