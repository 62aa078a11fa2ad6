import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { TaskSource } from './task.ts';

/** What the No Gift Policy of a year asks for. */
export const giftTasks: readonly TaskSource[] = [
  {
    kind: 'GIFT_REPORT_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: 'ครึ่งปีที่ยังไม่รายงานของขวัญหรือแจ้งว่าไม่มี · A half-year of which no gift is reported, nor that there was none.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ภายใน ${thresholds.giftReportDueDays} วันหลังสิ้นครึ่งปี ในปีที่ประกาศนโยบายไม่รับของขวัญ`,
    titleTh: 'รายงานของขวัญหรือแจ้งว่าไม่มี: ครึ่งปีที่ %2$s ของปีงบประมาณ %1$s',
    titleEn: 'Report gifts, or state that there was none: half %2$s of fiscal year %1$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'Declaration' AS type, w."declarationId" AS id, ARRAY[w."fiscalYear"::text, w.half::text] AS said, w."dueOn",
        ${agencyId}::uuid AS "agencyId"
      FROM app.gift_reports_owed(${agencyId}::uuid, ${today}::date) w`,
  },
  {
    kind: 'GIFT_REPORT_TO_CONFIRM',
    roles: ['APPROVER'],
    meaning: 'ร่างหรือการแก้ไขรายงานของขวัญที่รอผู้อนุมัติยืนยัน · A gift report, new or corrected, that waits for an approver.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: รายงานของขวัญนับเมื่อผู้อนุมัติยืนยัน`,
    titleTh: 'ยืนยันรายงานของขวัญของ%1$s ปีงบประมาณ %3$s',
    titleEn: 'Confirm the gift report of %2$s, fiscal year %3$s',
    found: ({ agencyId }) => Prisma.sql`
      SELECT 'GiftReport' AS type, r.id,
        ARRAY[p."titleTh" COLLATE "C", coalesce(p."titleEn", p."titleTh") COLLATE "C", r."fiscalYear"::text COLLATE "C"] AS said,
        NULL::date AS "dueOn", r."agencyId"
      FROM "GiftReport" r JOIN "Position" p ON p."agencyId" = ${agencyId}::uuid AND p.id = r."positionId"
      WHERE r."agencyId" = ${agencyId}::uuid AND r.status IN ('DRAFT', 'CORRECTING')`,
  },
];
