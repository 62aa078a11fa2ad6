import type { RegisterYear, SampleAgency } from '../reference/sample-agencies.ts';
import { day } from '../rows/calendar.ts';
import { agencyId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';
import { isAboveTolerance } from './mitigations.ts';
import type { SampleRisk } from './sample-risk.ts';

type Acceptance = { fiscalYear: RegisterYear; place: number; acceptedOn: Date; expiresOn: Date; reasonTh: string };

/** One acceptance that has run out, of a year's first risk above tolerance, and one that holds, of a year's last. */
const acceptances: readonly Acceptance[] = [
  {
    fiscalYear: 2568,
    place: 0,
    acceptedOn: day('2025-03-17'),
    expiresOn: day('2025-09-30'),
    reasonTh: 'ระบบติดตามคำขอจะติดตั้งเสร็จปลายปีงบประมาณ จึงยอมรับความเสี่ยงชั่วคราวระหว่างรอ',
  },
  {
    fiscalYear: 2569,
    place: -1,
    acceptedOn: day('2026-06-15'),
    expiresOn: day('2029-09-30'),
    reasonTh: 'ลดโอกาสลงอีกต้องเพิ่มอัตรากำลัง ซึ่งอยู่ระหว่างขอจากกรุงเทพมหานคร จึงยอมรับและเฝ้าระวังรายเดือน',
  },
];

export function addAcceptances(agency: SampleAgency, risks: readonly SampleRisk[], rows: TenantRows): void {
  for (const { fiscalYear, place, ...acceptance } of acceptances) {
    const risk = risks
      .filter((candidate) => candidate.fiscalYear === fiscalYear && isAboveTolerance(candidate))
      .at(place);
    if (risk === undefined || risk.level === null) continue;
    rows.acceptance.push({
      id: identifierOf(agency.code, 'acceptance', fiscalYear, risk.code),
      agencyId: agencyId(agency.code),
      riskId: risk.id,
      level: risk.level,
      ...acceptance,
      origin: 'SAMPLE',
    });
  }
}
