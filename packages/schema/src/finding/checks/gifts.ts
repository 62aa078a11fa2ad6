import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { Asked, CheckDomain } from './check.ts';

/** The half-years of which the agency owes a report. */
const owed = ({ agencyId, today }: Asked): Prisma.Sql => Prisma.sql`
  SELECT w."declarationId", w."fiscalYear", w.half, d.origin FROM app.gift_reports_owed(${agencyId}, ${today}) w
  JOIN "Declaration" d ON d."agencyId" = ${agencyId} AND d.id = w."declarationId" WHERE w."dueOn" < ${today}`;

/** Gifts that were received or offered, and whether they are reported. */
export const giftChecks: CheckDomain = {
  name: 'gift',
  models: ['Declaration', 'GiftReport', 'NoGiftStatement'],
  column: null,
  tables: (asked) => ({ gifts_owed: owed(asked) }),
  checks: [
    {
      code: 'GIFT_REPORT_MISSING',
      severity: 'WARNING',
      titleTh: 'ยังไม่รายงานของขวัญของครึ่งปี',
      titleEn: 'Gifts of a half-year not reported',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ปีที่ประกาศนโยบายไม่รับของขวัญ ต้องรายงานทุกครึ่งปีหรือแจ้งว่าไม่มี ภายใน ${thresholds.giftReportDueDays} วันหลังสิ้นครึ่งปี`,
      messageTh: 'ครึ่งปีที่ %2$s ของปีงบประมาณ %1$s ไม่มีรายงานการรับหรือถูกเสนอของขวัญที่ยืนยันแล้ว และไม่ได้แจ้งว่าไม่มี',
      messageEn: 'Half %2$s of fiscal year %1$s has no confirmed gift report, nor the statement that there was none',
      found: () => Prisma.sql`
        SELECT w."declarationId" || ' ' || w.half AS key, jsonb_build_object('declarationId', w."declarationId", 'fiscalYear', w."fiscalYear") AS refs, w.origin,
          ARRAY[w."fiscalYear"::text, w.half::text] AS said
        FROM gifts_owed w`,
    },
    {
      code: 'GIFT_KEPT_DESPITE_POLICY',
      severity: 'WARNING',
      titleTh: 'รับของขวัญไว้ทั้งที่ประกาศนโยบายไม่รับ',
      titleEn: 'Gift kept in spite of the No Gift Policy',
      basis: 'DOCUMENT',
      basisTh: 'นโยบายไม่รับของขวัญและของกำนัลทุกชนิดที่หน่วยงานประกาศในปีนั้น',
      messageTh: '%1$sรับของขวัญไว้เมื่อปีงบประมาณ %3$s ซึ่งหน่วยงานประกาศนโยบายไม่รับของขวัญ',
      messageEn: '%2$s kept a gift in fiscal year %3$s, for which the agency declared its No Gift Policy',
      found: ({ agencyId }) => Prisma.sql`
        SELECT r.id::text AS key, jsonb_build_object('giftReportId', r.id, 'fiscalYear', r."fiscalYear", 'positionId', p.id) AS refs, r.origin,
          ARRAY[p."titleTh", coalesce(p."titleEn", p."titleTh"), r."fiscalYear"::text] AS said
        FROM "GiftReport" r JOIN "Position" p ON p."agencyId" = ${agencyId} AND p.id = r."positionId"
        WHERE r."agencyId" = ${agencyId} AND r.status <> 'DRAFT' AND r.outcome = 'KEPT'
          AND EXISTS (SELECT 1 FROM "Declaration" d WHERE d."agencyId" = ${agencyId} AND d.kind = 'NO_GIFT_POLICY'
            AND d."fiscalYear" = r."fiscalYear" AND app.declaration_counts(d.status, d.origin))`,
    },
  ],
};
