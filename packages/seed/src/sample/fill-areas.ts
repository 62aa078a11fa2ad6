import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { sampleAgencies } from '../reference/sample-agencies.ts';
import { agencyId } from '../rows/identifiers.ts';
import { actAsSeed } from '../rows/seed-account.ts';
import { sampleRows } from './sample-city.ts';

/**
 * Adds the bribery form's areas to a sample city that was filled before they were known. Existing answers stay, and so do registers that
 * are being amended: their agencies answer there.
 */
export async function fillSampleAreas(tx: Prisma.TransactionClient): Promise<number> {
  let changed = 0;
  for (const agency of sampleAgencies) {
    const { risk, areaWithoutRisk } = sampleRows(agency);
    await actAsSeed(tx, 'loadSampleCity', agencyId(agency.code));
    changed += await tx.$executeRaw`
      UPDATE "Risk" r SET "itaArea" = s."itaArea"
      FROM jsonb_populate_recordset(NULL::"Risk", ${JSON.stringify(risk)}::jsonb) s, "RiskRegister" g
      WHERE r."agencyId" = s."agencyId" AND r.id = s.id AND r."itaArea" IS NULL
        AND g."agencyId" = r."agencyId" AND g.id = r."registerId" AND NOT g."isAmendment"`;
    changed += await tx.$executeRaw`
      INSERT INTO "AreaWithoutRisk" (id, "agencyId", "registerId", area, "reasonTh")
      SELECT s.id, s."agencyId", s."registerId", s.area, s."reasonTh"
      FROM jsonb_populate_recordset(NULL::"AreaWithoutRisk", ${JSON.stringify(areaWithoutRisk)}::jsonb) s
      JOIN "RiskRegister" g ON g."agencyId" = s."agencyId" AND g.id = s."registerId" AND NOT g."isAmendment"
      WHERE NOT EXISTS (SELECT 1 FROM "Risk" r WHERE r."agencyId" = s."agencyId" AND r."registerId" = s."registerId" AND r."itaArea" = s.area)
      ON CONFLICT DO NOTHING`;
  }
  return changed;
}
