import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { declarationKindMeanings } from '../../declaration/declaration-words.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { wordEn, wordTh } from '../../tenancy/sql-words.ts';
import type { TaskSource } from './task.ts';

const { acknowledgementDueDays, declarationDueDays } = thresholds;
const kindTh = wordTh('d.kind', declarationKindMeanings);
const kindEn = wordEn('d.kind', declarationKindMeanings);

/** What the policies of the year wait for. */
export const declarationTasks: readonly TaskSource[] = [
  {
    kind: 'DECLARATION_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: 'นโยบายที่เคยประกาศและยังไม่ประกาศของปีนี้ · A policy declared before that is to be declared for this year.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ภายใน ${declarationDueDays} วันนับแต่เริ่มปีงบประมาณ`,
    titleTh: 'ประกาศของปีงบประมาณ %3$s: %1$s',
    titleEn: 'Declare for fiscal year %3$s: %2$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'Declaration' AS type, d."declarationId" AS id, ARRAY[${kindTh}, ${kindEn}, d."fiscalYear"::text] AS said,
        d."dueOn", ${agencyId}::uuid AS "agencyId"
      FROM app.declarations_missing(${agencyId}::uuid, ${today}::date) d`,
  },
  {
    kind: 'ACKNOWLEDGEMENTS_DUE',
    roles: ['EDITOR'],
    meaning: 'ประกาศที่ยังไม่นับผู้รับทราบครบทุกส่วนราชการ · A policy of which not every unit has been counted.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ภายใน ${acknowledgementDueDays} วันนับแต่ลงนาม`,
    titleTh: 'นับผู้รับทราบ%1$sปี %3$s อีก %4$s ส่วนราชการ',
    titleEn: 'Count who has acknowledged the declaration for %3$s (%2$s): %4$s units are left',
    found: ({ agencyId }) => Prisma.sql`
      SELECT 'Declaration' AS type, d.id, ARRAY[${kindTh}, ${kindEn}, d."fiscalYear"::text, n.count::text] AS said, n."dueOn", d."agencyId"
      FROM (SELECT w."declarationId", count(*) AS count, min(w."dueOn") AS "dueOn"
        FROM app.units_not_counted(${agencyId}::uuid) w GROUP BY w."declarationId") n
      JOIN "Declaration" d ON d."agencyId" = ${agencyId}::uuid AND d.id = n."declarationId"`,
  },
  {
    kind: 'DECLARATION_TO_CONFIRM',
    roles: ['APPROVER'],
    meaning: 'ร่างหรือการแก้ไขประกาศที่รอผู้อนุมัติยืนยัน · A declaration, new or corrected, that waits for an approver.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ประกาศมีผลในทะเบียนเมื่อผู้อนุมัติยืนยัน`,
    titleTh: 'ยืนยันประกาศ: %1$s',
    titleEn: 'Confirm the declaration: %2$s',
    found: ({ agencyId }) => Prisma.sql`
      SELECT 'Declaration' AS type, d.id, ARRAY[left(d."titleTh" COLLATE "C", 200), left(coalesce(d."titleEn", d."titleTh") COLLATE "C", 200)] AS said,
        NULL::date AS "dueOn", d."agencyId"
      FROM "Declaration" d WHERE d."agencyId" = ${agencyId}::uuid AND d.status IN ('DRAFT', 'CORRECTING')
        AND d."signatoryId" IS NOT NULL AND d."signedOn" IS NOT NULL AND (d."textTh" IS NOT NULL OR d."textAddress" IS NOT NULL)`,
  },
];
