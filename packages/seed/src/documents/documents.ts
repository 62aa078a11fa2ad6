import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { agencies } from '../reference/agencies.ts';
import { agencyId } from '../rows/identifiers.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { addDelegationMeasures } from './delegation-measures.ts';
import { addFindings } from './findings.ts';
import { addPlans } from './plans.ts';
import { addProjects } from './projects.ts';
import { addRisks } from './risks.ts';
import { addStructure } from './structure.ts';
import { addSwot } from './swot.ts';

const parts = [addStructure, addPlans, addProjects, addDelegationMeasures, addRisks, addSwot, addFindings];

/** What the documents say about an agency. */
export function addDocuments(agencyCode: string, rows: TenantRows): void {
  for (const add of parts) add(agencyCode, rows);
}

/** Everything that the five documents say, each agency's part under its own scope. */
export async function writeDocuments(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const { code } of agencies) {
    const rows = noRows();
    addDocuments(code, rows);
    written += await writeTenantRows(tx, agencyId(code), 'loadDocuments', rows);
  }
  return written;
}
