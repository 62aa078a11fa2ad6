import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { registerYears, type SampleAgency } from '../reference/sample-agencies.ts';
import { agencyId } from '../rows/identifiers.ts';
import { seedAccountId } from '../rows/seed-account.ts';
import { identifierOf, registerIdOf } from './identifier-of.ts';

/** The address of a register's invented announcement, under a domain that cannot exist. */
const addressOf = (code: string, year: number): string => `https://${code.toLowerCase()}.example/announcements/${year}`;

/** A register that was closed had been published: its edition is frozen out of its rows, as publishing does, with an announcement without a number. */
export async function writeEditions(tx: Prisma.TransactionClient, { code, registers }: SampleAgency): Promise<number> {
  let written = 0;
  for (const year of registerYears.filter((each) => registers[each] === 'CLOSED')) {
    written += await tx.$executeRaw`
      INSERT INTO "Edition" (id, "agencyId", kind, "registerId", number, "fiscalYear", "titleTh", content, "contentHash", "publishedAt", "accountId",
        "announcementKind", "announcedOn", "announcementSignedById", "announcementSignerTitleTh", "announcementSignerCapacity", "announcementAddress")
      SELECT ${identifierOf(code, 'edition', year)}::uuid, g."agencyId", 'RISK_REGISTER', g.id, 1, g."fiscalYear",
        'ทะเบียนความเสี่ยงการทุจริต ' || a."nameTh" || ' ปีงบประมาณ ' || g."fiscalYear", c.content,
        encode(sha256(convert_to(c.content, 'UTF8')), 'hex'), s.at, ${seedAccountId}::uuid,
        'ANNOUNCEMENT', s.at::date, p.id, p."titleTh", 'HOLDER', ${addressOf(code, year)}
      FROM "RiskRegister" g JOIN "Agency" a ON a.id = g."agencyId"
      JOIN "StatusChange" s ON s."agencyId" = g."agencyId" AND s."registerId" = g.id AND s.act = 'PUBLISH'
      JOIN "Position" p ON p."agencyId" = g."agencyId" AND p."isHead",
        LATERAL (SELECT (app.content_of('RISK_REGISTER', g."agencyId", g.id) || jsonb_build_object('announcement', jsonb_build_object(
          'kind', 'ANNOUNCEMENT', 'no', NULL, 'announcedOn', s.at::date, 'signerTitleTh', p."titleTh", 'signerCapacity', 'HOLDER',
          'address', ${addressOf(code, year)}::text)))::text AS content) c
      WHERE g."agencyId" = ${agencyId(code)}::uuid AND g.id = ${registerIdOf(code, year)}::uuid`;
  }
  return written;
}
