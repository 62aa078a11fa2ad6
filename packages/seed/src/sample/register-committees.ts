import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { sampleAgencies } from '../reference/sample-agencies.ts';
import { agencyId } from '../rows/identifiers.ts';
import { actAsSeed } from '../rows/seed-account.ts';

/** Names the confirmed risk committee of each sample agency in its registers of those years that no edition has frozen yet. */
export async function nameSampleCommittees(tx: Prisma.TransactionClient): Promise<number> {
  let changed = 0;
  for (const { code } of sampleAgencies) {
    await actAsSeed(tx, 'loadSampleCity', agencyId(code));
    changed += await tx.$executeRaw`
      UPDATE "RiskRegister" g SET "committeeId" = c.id
      FROM "Committee" c
      WHERE g."agencyId" = ${agencyId(code)}::uuid AND c."agencyId" = g."agencyId" AND c.kind = 'RISK_MANAGEMENT' AND c.origin = 'SAMPLE'
        AND c.status <> 'DRAFT' AND g."committeeId" IS NULL AND NOT g."isAmendment" AND app.fiscal_year_of(c."validFrom") <= g."fiscalYear"
        AND NOT EXISTS (SELECT 1 FROM "Edition" e WHERE e."agencyId" = g."agencyId" AND e."registerId" = g.id)`;
  }
  return changed;
}
