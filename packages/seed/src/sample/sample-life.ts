import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { sampleAgencies } from '../reference/sample-agencies.ts';
import { agencyId } from '../rows/identifiers.ts';
import { noRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { writeEditions } from './editions.ts';
import { addStatusChanges } from './status-changes.ts';

/** How the records of the sample city came to where they are: their changes of status, the centre's comments, and editions. */
export async function writeSampleLife(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const agency of sampleAgencies) {
    const rows = noRows();
    addStatusChanges(agency, rows);
    written += await writeTenantRows(tx, agencyId(agency.code), 'loadSampleLife', rows);
    written += await writeEditions(tx, agency);
  }
  return written;
}
