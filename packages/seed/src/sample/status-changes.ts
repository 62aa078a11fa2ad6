import type { LifecycleAct, LifecycleStatus, Role } from '@registry/prisma/generated/client/enums.ts';
import { registerYears, type SampleAgency, type SampleStatus } from '../reference/sample-agencies.ts';
import { dayOfFiscalYear } from '../rows/calendar.ts';
import { agencyId } from '../rows/identifiers.ts';
import { seedAccountId } from '../rows/seed-account.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf, projectIdOf, registerIdOf, riskIdOf } from './identifier-of.ts';

type Step = { readonly act: LifecycleAct; readonly to: LifecycleStatus; readonly role: Role; readonly month: number };

const submit: Step = { act: 'SUBMIT', to: 'SUBMITTED', role: 'APPROVER', month: 1 };
const giveBack: Step = { act: 'RETURN', to: 'RETURNED', role: 'CENTRE', month: 2 };
const approve: Step = { act: 'APPROVE', to: 'APPROVED', role: 'CENTRE', month: 2 };
// A register is published with what was done about its risks, and closed when its year is over: both come after the last of its months.
const publish: Step = { act: 'PUBLISH', to: 'PUBLISHED', role: 'APPROVER', month: 13 };
const close: Step = { act: 'CLOSE', to: 'CLOSED', role: 'APPROVER', month: 14 };

/** How a sample record came to its status. */
const wayTo: Readonly<Record<SampleStatus, readonly Step[]>> = {
  DRAFT: [],
  SUBMITTED: [submit],
  RETURNED: [submit, giveBack],
  APPROVED: [submit, approve],
  PUBLISHED: [submit, approve, publish],
  CLOSED: [submit, approve, publish, close],
};

const COMMENT = 'ข้อมูลตัวอย่าง';

type Reviewed = { readonly riskId: string } | { readonly projectId: string } | { readonly itemId: string };
type Place = { readonly planId: string } | { readonly analysisId: string } | { readonly registerId: string };

type SampleRecord = {
  readonly name: string;
  readonly place: Place;
  readonly status: SampleStatus;
  readonly fiscalYear: number;
  /** What the centre's comment is about, if it returned the record. */
  readonly reviewed: Reviewed;
};

function recordsOf({ code, plan, swot, registers }: SampleAgency): SampleRecord[] {
  const records: SampleRecord[] = [
    {
      name: 'plan',
      place: { planId: identifierOf(code, 'plan', 2566) },
      status: plan,
      fiscalYear: 2566,
      reviewed: { projectId: projectIdOf(code, 1) },
    },
  ];
  if (swot) {
    records.push({
      name: 'swot',
      place: { analysisId: identifierOf(code, 'swot', 2568) },
      status: swot,
      fiscalYear: 2568,
      reviewed: { itemId: identifierOf(code, 'swot-item', 2568, 1) },
    });
  }
  for (const year of registerYears) {
    const status = registers[year];
    if (!status) continue;
    records.push({
      name: `register ${year}`,
      place: { registerId: registerIdOf(code, year) },
      status,
      fiscalYear: year,
      reviewed: { riskId: riskIdOf(code, year, 'R01') },
    });
  }
  return records;
}

/** The changes of status behind the sample records, and what the centre said of those that it returned. */
export function addStatusChanges(agency: SampleAgency, rows: TenantRows): void {
  const owner = agencyId(agency.code);
  for (const { name, place, status, fiscalYear, reviewed } of recordsOf(agency)) {
    let fromStatus: LifecycleStatus = 'DRAFT';
    for (const { act, to, role, month } of wayTo[status]) {
      const id = identifierOf(agency.code, 'status-change', name, act);
      const at = dayOfFiscalYear(fiscalYear, month, 15);
      rows.statusChange.push({
        id,
        agencyId: owner,
        ...place,
        act,
        fromStatus,
        toStatus: to,
        role,
        at,
        accountId: seedAccountId,
        comment: act === 'RETURN' ? `${COMMENT}: ขอให้แก้ไขตามความเห็นรายข้อ` : COMMENT,
      });
      fromStatus = to;
      if (act !== 'RETURN') continue;
      rows.reviewComment.push({
        id: identifierOf(agency.code, 'review-comment', name),
        agencyId: owner,
        changeId: id,
        ...reviewed,
        field: 'titleTh',
        text: `${COMMENT}: ขอให้ระบุให้ชัดเจนขึ้น`,
      });
    }
  }
}
