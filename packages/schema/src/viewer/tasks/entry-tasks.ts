import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { TaskSource } from './task.ts';

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
];
