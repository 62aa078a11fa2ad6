import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { AuditFollowUp, EntryStatus } from '@registry/prisma/generated/client/enums.ts';
import { type SampleAgency, sampleAgencies } from '../reference/sample-agencies.ts';
import { dayOfFiscalYear, daysAfter } from '../rows/calendar.ts';
import { agencyId, positionId, unitId } from '../rows/identifiers.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';
import type { SamplePositionCode, SampleUnitCode } from './structure.ts';

type Observed = {
  readonly observationTh: string;
  readonly recommendationTh: string;
  readonly position: SamplePositionCode;
  readonly followUp: AuditFollowUp;
  readonly status?: EntryStatus;
};
type SampleAudit = {
  readonly fiscalYear: number;
  readonly month: number;
  readonly topicTh: string;
  readonly topicEn: string;
  readonly unit: SampleUnitCode | null;
  readonly status: EntryStatus;
  readonly isDone: boolean;
  readonly observed?: readonly Observed[];
};

const feeReceipts: SampleAudit = {
  fiscalYear: 2569,
  month: 3,
  topicTh: 'การรับและนำส่งเงินค่าธรรมเนียม (ตัวอย่าง)',
  topicEn: 'Receipt and delivery of fees (sample)',
  unit: 'REV',
  status: 'RECORDED',
  isDone: true,
  observed: [
    {
      observationTh: 'ใบเสร็จรับเงินบางเล่มไม่ลงลายมือชื่อผู้รับเงินครบทุกฉบับ (ตัวอย่าง)',
      recommendationTh: 'ตรวจนับใบเสร็จทุกสิ้นวันและให้หัวหน้าฝ่ายลงนามกำกับ (ตัวอย่าง)',
      position: 'HEAD-REV',
      followUp: 'DONE',
    },
    {
      observationTh: 'นำส่งเงินเกินกำหนดหนึ่งวันทำการในสองเดือน (ตัวอย่าง)',
      recommendationTh: 'กำหนดผู้นำส่งสำรองทุกวันทำการ (ตัวอย่าง)',
      position: 'HEAD-FIN',
      followUp: 'IN_PROGRESS',
    },
  ],
};

const audits: Readonly<Record<string, readonly SampleAudit[]>> = {
  'SAMPLE-1': [
    feeReceipts,
    {
      fiscalYear: 2569,
      month: 9,
      topicTh: 'การจัดซื้อจัดจ้างวิธีเฉพาะเจาะจง (ตัวอย่าง)',
      topicEn: 'Procurement by the specific method (sample)',
      unit: 'WRK',
      status: 'RECORDED',
      isDone: true,
      observed: [
        {
          observationTh: 'ราคากลางบางรายการไม่แนบแหล่งที่มา (ตัวอย่าง)',
          recommendationTh: 'แนบใบเสนอราคาที่ใช้อ้างอิงทุกรายการ (ตัวอย่าง)',
          position: 'HEAD-WRK',
          followUp: 'NOT_STARTED',
        },
        {
          observationTh: 'ทะเบียนคุมสัญญาไม่เป็นปัจจุบัน (ตัวอย่าง)',
          recommendationTh: 'ปรับทะเบียนคุมทุกสิ้นเดือน (ตัวอย่าง)',
          position: 'HEAD-FIN',
          followUp: 'NOT_STARTED',
          status: 'DRAFT',
        },
      ],
    },
    {
      fiscalYear: 2569,
      month: 11,
      topicTh: 'การควบคุมภายในของจุดบริการ (ตัวอย่าง)',
      topicEn: 'Internal control at the counters (sample)',
      unit: 'REG',
      status: 'RECORDED',
      isDone: false,
    },
    {
      fiscalYear: 2570,
      month: 6,
      topicTh: 'การใช้รถราชการ (ตัวอย่าง)',
      topicEn: 'Use of official cars (sample)',
      unit: null,
      status: 'DRAFT',
      isDone: false,
    },
  ],
  'SAMPLE-2': [{ ...feeReceipts, observed: feeReceipts.observed?.slice(0, 1) ?? [] }],
  'SAMPLE-3': [{ ...feeReceipts, isDone: false, observed: [], status: 'CORRECTING' }],
};

function addObservation(
  code: string,
  audit: { readonly id: string; readonly heldTo: Date },
  index: number,
  observed: Observed,
  rows: TenantRows,
): void {
  const { observationTh, recommendationTh, position, followUp, status } = observed;
  const isBegun = followUp !== 'NOT_STARTED';
  rows.auditObservation.push({
    id: identifierOf(code, 'audit-observation', audit.id, index + 1),
    agencyId: agencyId(code),
    auditId: audit.id,
    number: index + 1,
    observationTh,
    recommendationTh,
    positionId: positionId(code, position),
    dueOn: daysAfter(audit.heldTo, 60),
    followUp,
    actionTh: isBegun ? 'สั่งการและติดตามในที่ประชุมประจำเดือน (ตัวอย่าง)' : null,
    actionOn: isBegun ? daysAfter(audit.heldTo, 40) : null,
    status: status ?? 'RECORDED',
    origin: 'SAMPLE',
  });
}

/** What a sample agency has planned to audit, and what came of it. */
export function addInternalAudits({ code }: SampleAgency, rows: TenantRows): void {
  for (const [index, audit] of (audits[code] ?? []).entries()) {
    const { fiscalYear, month, topicTh, topicEn, unit, status, isDone, observed = [] } = audit;
    const id = identifierOf(code, 'internal-audit', fiscalYear, index + 1);
    const heldTo = dayOfFiscalYear(fiscalYear, month, 12);
    rows.internalAudit.push({
      id,
      agencyId: agencyId(code),
      fiscalYear,
      topicTh,
      topicEn,
      unitId: unit && unitId(code, unit),
      plannedMonth: dayOfFiscalYear(fiscalYear, month, 1),
      heldFrom: isDone ? dayOfFiscalYear(fiscalYear, month, 8) : null,
      heldTo: isDone ? heldTo : null,
      status,
      origin: 'SAMPLE',
    });
    for (const [nth, each] of observed.entries()) addObservation(code, { id, heldTo }, nth, each, rows);
  }
}

export async function writeSampleInternalAudits(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const agency of sampleAgencies) {
    const rows = noRows();
    addInternalAudits(agency, rows);
    written += await writeTenantRows(tx, agencyId(agency.code), 'loadSampleCity', rows);
  }
  return written;
}
