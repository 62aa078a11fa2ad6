import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { type SampleAgency, sampleAgencies } from '../reference/sample-agencies.ts';
import { toThaiDigits } from '../rows/calendar.ts';
import { agencyId } from '../rows/identifiers.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { addAcceptances } from './acceptances.ts';
import { addDelegation, linkRisksToPowers } from './delegation.ts';
import { addPlan } from './plan.ts';
import { addRisks } from './risks.ts';
import { addStructure } from './structure.ts';
import { addSwot } from './swot.ts';

/** All rows of one sample agency: the same on every machine and every day. */
export function sampleRows(agency: SampleAgency): TenantRows {
  const rows = noRows();
  addStructure(agency, agencyId(agency.code), rows);
  addPlan(agency, rows);
  addDelegation(agency, rows);
  const risks = addRisks(agency, rows);
  addAcceptances(agency, risks, rows);
  linkRisksToPowers(agency, risks, rows);
  addSwot(agency, risks, rows);
  return rows;
}

export async function writeSampleCity(tx: Prisma.TransactionClient): Promise<number> {
  let written = (
    await tx.agency.createMany({
      data: sampleAgencies.map(({ code, number }) => ({
        id: agencyId(code),
        code,
        kind: 'SAMPLE' as const,
        nameTh: `สำนักงานเขตตัวอย่าง ${toThaiDigits(number)}`,
        nameEn: `Sample District Office ${number}`,
        parentId: agencyId('BMA'),
      })),
    })
  ).count;
  for (const agency of sampleAgencies) {
    written += await writeTenantRows(tx, agencyId(agency.code), 'loadSampleCity', sampleRows(agency));
  }
  return written;
}
