import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { dayEn, dayTh, monthYearEn, monthYearTh } from '../../tenancy/sql-words.ts';
import type { Asked, CheckDomain } from './check.ts';

const { missingReportMonths, procurementSummaryDueDay, publicItemStaleMonths } = thresholds;

/** What approvers confirmed. */
const publicItems = ({ agencyId }: Asked): Prisma.Sql => Prisma.sql`
  SELECT p.* FROM "PublicItem" p WHERE p."agencyId" = ${agencyId} AND p.disclosure > 0`;

/** What agencies make public, and whether they go on doing so. */
export const publicationChecks: CheckDomain = {
  name: 'publication',
  models: ['PublicItem'],
  column: null,
  tables: (asked) => ({ public_item: publicItems(asked) }),
  checks: [
    {
      code: 'PUBLIC_ITEM_STALE',
      severity: 'INFO',
      titleTh: 'ข้อมูลที่เผยแพร่ไม่เป็นปัจจุบัน',
      titleEn: 'Published information out of date',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ข้อมูลที่เผยแพร่ต้องปรับปรุงอย่างน้อยทุก ${publicItemStaleMonths} เดือน`,
      messageTh: '"%1$s" เป็นปัจจุบันถึงวันที่ %3$s เท่านั้น',
      messageEn: '"%2$s" is current up to %4$s only',
      found: ({ today }) => Prisma.sql`
        SELECT p.id::text AS key, jsonb_build_object('publicItemId', p.id) AS refs, p.origin, ARRAY[left(p."titleTh", 200), left(coalesce(p."titleEn", p."titleTh"), 200),
          ${dayTh('p."currentOn"')}, ${dayEn('p."currentOn"')}] AS said
        FROM public_item p WHERE app.is_public_item_stale(p.status, p."summaryMonth", p."currentOn", ${today})`,
    },
    {
      code: 'PROCUREMENT_SUMMARY_MISSING',
      severity: 'WARNING',
      titleTh: 'ขาดสรุปผลการจัดซื้อจัดจ้างรายเดือน',
      titleEn: 'Monthly procurement summary missing',
      basis: 'DOCUMENT',
      basisTh: `แผนและรายงานของหน่วยงาน: เผยแพร่สรุปผลการจัดซื้อจัดจ้างทุกเดือน ภายในวันที่ ${procurementSummaryDueDay} ของเดือนถัดไป (วันครบกำหนดเป็น${ownRule} ตรวจย้อนหลัง ${missingReportMonths} เดือน)`,
      messageTh: 'ยังไม่เผยแพร่สรุปผลการจัดซื้อจัดจ้างประจำเดือน%1$s',
      messageEn: 'The procurement summary of %2$s has not been published',
      found: ({ agencyId, today }) => Prisma.sql`
        SELECT m."firstId" || ' ' || m.month AS key, jsonb_build_object('publicItemId', p.id) AS refs, p.origin, ARRAY[${monthYearTh('m.month')}, ${monthYearEn('m.month')}] AS said
        FROM app.procurement_summaries_missing(${agencyId}, ${today}) m
        JOIN public_item p ON p.id = m."firstId" WHERE m."dueOn" < ${today}`,
    },
  ],
};
