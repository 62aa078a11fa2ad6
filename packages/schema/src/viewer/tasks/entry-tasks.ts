import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { monthYearEn, monthYearTh } from '../../tenancy/sql-words.ts';
import type { TaskSource } from './task.ts';

const { procurementSummaryDueDay, publicItemStaleMonths } = thresholds;

/** What the entries of the integrity year wait for. */
export const entryTasks: readonly TaskSource[] = [
  {
    kind: 'ACTIVITY_TO_RECORD',
    roles: ['APPROVER'],
    meaning: 'กิจกรรมที่จัดแล้วและรอยืนยัน · An activity that has been held and waits to be confirmed.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: กิจกรรมที่จัดแล้วให้ผู้อนุมัติยืนยัน`,
    titleTh: 'ยืนยันกิจกรรม: %1$s',
    titleEn: 'Confirm the activity: %2$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'IntegrityActivity' AS type, a.id, ARRAY[left(a."titleTh", 200), left(coalesce(a."titleEn", a."titleTh"), 200)] AS said,
        NULL::date AS "dueOn", a."agencyId"
      FROM "IntegrityActivity" a
      WHERE a."agencyId" = ${agencyId}::uuid AND app.is_to_be_recorded(a.status, coalesce(a."heldTo", a."heldFrom"), ${today}::date)`,
  },
  {
    kind: 'PROCUREMENT_SUMMARY_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: 'สรุปผลการจัดซื้อจัดจ้างของเดือนที่ยังไม่เผยแพร่ · The procurement summary of a month that is not published.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ภายในวันที่ ${procurementSummaryDueDay} ของเดือนถัดไป`,
    titleTh: 'เผยแพร่สรุปผลการจัดซื้อจัดจ้างประจำเดือน%1$s',
    titleEn: 'Publish the procurement summary of %2$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'PublicItem' AS type, m."latestId" AS id, ARRAY[${monthYearTh('m.month')}, ${monthYearEn('m.month')}] AS said, m."dueOn",
        ${agencyId}::uuid AS "agencyId"
      FROM app.procurement_summaries_missing(${agencyId}::uuid, ${today}::date) m`,
  },
  {
    kind: 'PUBLIC_ITEM_TO_RENEW',
    roles: ['EDITOR'],
    meaning: `ข้อมูลที่เผยแพร่และไม่ได้ปรับปรุงมา ${publicItemStaleMonths} เดือน · Something published that was not brought up to date for ${publicItemStaleMonths} months.`,
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ปรับปรุงอย่างน้อยทุก ${publicItemStaleMonths} เดือน`,
    titleTh: 'ปรับปรุงข้อมูลที่เผยแพร่: %1$s',
    titleEn: 'Bring up to date: %2$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'PublicItem' AS type, p.id, ARRAY[left(p."titleTh" COLLATE "C", 200), left(coalesce(p."titleEn", p."titleTh") COLLATE "C", 200)] AS said,
        NULL::date AS "dueOn", p."agencyId"
      FROM "PublicItem" p
      WHERE p."agencyId" = ${agencyId}::uuid AND app.is_public_item_stale(p.status, p."summaryMonth", p."currentOn", ${today}::date)`,
  },
];
