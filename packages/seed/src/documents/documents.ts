import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { agencyId } from '../identifiers.ts';
import { agencies } from '../reference/agencies.ts';
import { noRows } from '../tenant-rows.ts';
import { writeTenantRows } from '../write-tenant-rows.ts';
import { addDelegationMeasures } from './delegation-measures.ts';
import { addFindings } from './findings.ts';
import { addPlans } from './plans.ts';
import { addProjects } from './projects.ts';
import { addRisks } from './risks.ts';
import { addStructure } from './structure.ts';
import { addSwot } from './swot.ts';

/** Everything that the five documents say, each agency's part under its own scope. */
export async function writeDocuments(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const { code } of agencies) {
    const rows = noRows();
    for (const add of [addStructure, addPlans, addProjects, addDelegationMeasures, addRisks, addSwot, addFindings])
      add(code, rows);
    written += await writeTenantRows(tx, agencyId(code), 'loadDocuments', rows);
  }
  return written;
}
