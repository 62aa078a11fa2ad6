import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { seedAccountId } from '../rows/seed-account.ts';
import { identifierOf } from './identifier-of.ts';

/** The edition of a published report, frozen out of its rows as publishing does, with an announcement without a number. */
export const writeReportEdition = (
  tx: Prisma.TransactionClient,
  code: string,
  reportId: string,
): Promise<number> => tx.$executeRaw`
  INSERT INTO "Edition" (id, "agencyId", kind, "reportId", number, "fiscalYear", "titleTh", content, "contentHash", "publishedAt", "accountId",
    "announcementKind", "announcedOn", "announcementSignedById", "announcementSignerTitleTh", "announcementSignerCapacity", "announcementAddress")
  SELECT ${identifierOf(code, 'edition', 'year-report')}::uuid, r."agencyId", 'YEAR_REPORT', r.id, 1, r."fiscalYear",
    'รายงานผลตามแผนรอบ 12 เดือน ปีงบประมาณ ' || r."fiscalYear" || ' ' || a."nameTh", c.content,
    encode(sha256(convert_to(c.content, 'UTF8')), 'hex'), s.at, ${seedAccountId}::uuid, 'ANNOUNCEMENT', s.at::date, p.id, p."titleTh", 'HOLDER', u.address
  FROM "YearReport" r JOIN "Agency" a ON a.id = r."agencyId"
  JOIN "StatusChange" s ON s."agencyId" = r."agencyId" AND s."reportId" = r.id AND s.act = 'PUBLISH'
  JOIN "Position" p ON p."agencyId" = r."agencyId" AND p."isHead",
    LATERAL (SELECT 'https://' || lower(${code}::text) || '.example/announcements/report-' || r."fiscalYear" AS address) u,
    LATERAL (SELECT (app.content_of('YEAR_REPORT', r."agencyId", r.id) || jsonb_build_object('announcement', jsonb_build_object(
      'kind', 'ANNOUNCEMENT', 'no', NULL, 'announcedOn', s.at::date, 'signerTitleTh', p."titleTh", 'signerCapacity', 'HOLDER',
      'address', u.address)))::text AS content) c
  WHERE r.id = ${reportId}::uuid`;
