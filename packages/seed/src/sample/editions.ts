import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { agencyId } from '../identifiers.ts';
import { seedAccountId } from '../seed-account.ts';
import { identifierOf, registerIdOf } from './identifier-of.ts';
import { registerYears, type SampleAgency } from './statuses.ts';

/** A register that was closed had been published: its edition is frozen out of its rows, as publishing does. */
export async function writeEditions(tx: Prisma.TransactionClient, { code, registers }: SampleAgency): Promise<number> {
  let written = 0;
  for (const year of registerYears.filter((each) => registers[each] === 'CLOSED')) {
    written += await tx.$executeRaw`
      INSERT INTO "Edition" (id, "agencyId", kind, "registerId", number, "fiscalYear", "titleTh", content, "contentHash", "publishedAt", "accountId")
      SELECT ${identifierOf(code, 'edition', year)}::uuid, g."agencyId", 'RISK_REGISTER', g.id, 1, g."fiscalYear",
        'ทะเบียนความเสี่ยงการทุจริต ' || a."nameTh" || ' ปีงบประมาณ ' || g."fiscalYear", c.content,
        encode(sha256(convert_to(c.content, 'UTF8')), 'hex'),
        (SELECT at FROM "StatusChange" s WHERE s."agencyId" = g."agencyId" AND s."registerId" = g.id AND s.act = 'PUBLISH'),
        ${seedAccountId}::uuid
      FROM "RiskRegister" g JOIN "Agency" a ON a.id = g."agencyId",
        LATERAL (SELECT app.content_of('RISK_REGISTER', g."agencyId", g.id)::text AS content) c
      WHERE g."agencyId" = ${agencyId(code)}::uuid AND g.id = ${registerIdOf(code, year)}::uuid`;
  }
  return written;
}
