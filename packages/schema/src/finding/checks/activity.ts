import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { dayEn, dayTh } from '../../tenancy/sql-words.ts';
import type { Asked, CheckDomain } from './check.ts';

/** What approvers confirmed: a draft is nobody's concern but its agency's. */
const activities = ({ agencyId }: Asked): Prisma.Sql => Prisma.sql`
  SELECT a.*, app.activity_percent(a) AS percent, left(a."titleTh", 200) AS "nameTh", left(coalesce(a."titleEn", a."titleTh"), 200) AS "nameEn",
    jsonb_build_object('activityId', a.id, 'projectId', a."projectId", 'fiscalYear', a."fiscalYear") AS refs
  FROM "IntegrityActivity" a WHERE a."agencyId" = ${agencyId} AND a.disclosure > 0`;

/** What trainings, surveys and meetings say of themselves and against what was planned. */
export const activityChecks: CheckDomain = {
  name: 'activity',
  models: ['IntegrityActivity', 'Plan'],
  column: null,
  tables: (asked) => ({ activity: activities(asked) }),
  checks: [
    {
      code: 'ACTIVITY_PERCENT_DIFFERS',
      severity: 'WARNING',
      titleTh: 'ร้อยละที่พิมพ์ไม่ตรงกับจำนวน',
      titleEn: 'Printed percentage differs from the numbers',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ร้อยละที่รายงานต้องคิดได้จากจำนวนที่รายงาน`,
      messageTh: '"%1$s" วันที่ %3$s พิมพ์ร้อยละ %5$s แต่คำนวณจากจำนวนได้ %6$s',
      messageEn: '"%2$s" of %4$s prints %5$s percent, but its numbers give %6$s',
      found: () => Prisma.sql`
        SELECT a.id::text AS key, a.refs || jsonb_build_object('printed', a."percentPrinted", 'computed', a.percent::text) AS refs, a.origin,
          ARRAY[a."nameTh", a."nameEn", ${dayTh('a."heldFrom"')}, ${dayEn('a."heldFrom"')}, a."percentPrinted", a.percent::text] AS said
        FROM activity a WHERE NOT app.is_percent_as_printed(a."percentPrinted", a.percent)`,
    },
    {
      code: 'ACTIVITY_BELOW_THRESHOLD',
      severity: 'WARNING',
      titleTh: 'ผลของกิจกรรมต่ำกว่าค่าเป้าหมายของตัวชี้วัด',
      titleEn: 'Activity below the threshold of its indicator',
      basis: 'DOCUMENT',
      basisTh: 'ค่าเป้าหมายของตัวชี้วัดในแผนของหน่วยงาน',
      messageTh: '"%1$s" วันที่ %3$s ได้ร้อยละ %5$s ต่ำกว่าค่าเป้าหมายร้อยละ %6$s ของตัวชี้วัด "%7$s"',
      messageEn: '"%2$s" of %4$s came to %5$s percent, below the %6$s percent of indicator "%8$s"',
      found: ({ agencyId }) => Prisma.sql`
        SELECT a.id::text AS key, a.refs, a.origin,
          ARRAY[a."nameTh", a."nameEn", ${dayTh('a."heldFrom"')}, ${dayEn('a."heldFrom"')}, a.percent::text, i.threshold::text,
            left(i."textTh", 200), left(coalesce(i."textEn", i."textTh"), 200)] AS said
        FROM activity a JOIN "Indicator" i ON i."agencyId" = ${agencyId} AND i.id = a."indicatorId"
        WHERE app.is_below_threshold(i.operator, i.threshold, i.unit, i."unitTh", a.percent)`,
    },
    {
      code: 'ACTIVITY_ATTENDANCE_BELOW_TARGET',
      severity: 'INFO',
      titleTh: 'ผู้เข้าร่วมทั้งปีน้อยกว่ากลุ่มเป้าหมายของโครงการ',
      titleEn: 'Attendance of a year below the project’s target group',
      basis: 'DOCUMENT',
      basisTh: 'จำนวนกลุ่มเป้าหมายของโครงการในแผนของหน่วยงาน',
      messageTh: 'กิจกรรมของ "%1$s" ในปีงบประมาณ %3$s มีผู้เข้าร่วมรวม %4$s คน จากกลุ่มเป้าหมาย %5$s คน',
      messageEn: 'In fiscal year %3$s, %4$s people attended the activities of "%2$s", of a target group of %5$s',
      found: ({ agencyId, today }) => Prisma.sql`
        SELECT j.id || ' ' || y."fiscalYear" AS key, j.origin, jsonb_build_object('projectId', j.id, 'planId', j."planId",
            'fiscalYear', y."fiscalYear", 'printed', g.headcount::text, 'computed', y.attended::text) AS refs,
          ARRAY[left(j."titleTh", 200), left(coalesce(j."titleEn", j."titleTh"), 200), y."fiscalYear"::text, y.attended::text, g.headcount::text] AS said
        FROM (SELECT a."projectId", a."fiscalYear", sum(a."attendedCount") AS attended FROM activity a
          WHERE a."attendedCount" IS NOT NULL AND app.is_year_over(a."fiscalYear", ${today}) GROUP BY 1, 2) y
        JOIN "Project" j ON j."agencyId" = ${agencyId} AND j.id = y."projectId"
        CROSS JOIN LATERAL (SELECT sum(t.headcount) AS headcount FROM "TargetGroup" t WHERE t."agencyId" = ${agencyId} AND t."projectId" = j.id) g
        WHERE y.attended < g.headcount`,
    },
  ],
};
