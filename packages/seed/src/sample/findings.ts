import type { FindingSeverity } from '@registry/prisma/generated/client/enums.ts';
import { agencyId } from '../identifiers.ts';
import type { TenantRows } from '../tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';
import type { SampleAgency } from './statuses.ts';

export type SampleFinding = {
  code: string;
  /** Where it is, so that its id is the same on every machine. */
  place: string;
  severity: FindingSeverity;
  messageTh: string;
  messageEn: string;
  printed?: string;
  computed?: string;
  fiscalYear?: number;
  projectId?: string;
  registerId?: string;
  riskId?: string;
  orderId?: string;
};

export function addFinding({ code }: SampleAgency, rows: TenantRows, { place, ...finding }: SampleFinding): void {
  rows.finding.push({
    id: identifierOf(code, 'finding', finding.code, place),
    agencyId: agencyId(code),
    ...finding,
    origin: 'SAMPLE',
  });
}
