import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { dayEn, dayTh } from '../../tenancy/sql-words.ts';
import { type Asked, type CheckDomain, partOf } from './check.ts';

const { yearReportDueDays, planSubmissionDueDays } = thresholds;
const reportOnTime = `${ownRule}: ส่งรายงานผลให้ ศปท.กทม. ภายใน ${yearReportDueDays} วันหลังสิ้นรอบ แผนของหน่วยงานให้รายงานแต่มิได้พิมพ์กำหนด`;
const sentOnTime = `${ownRule}: รายงานแผนและผลเข้าระบบแผนระดับชาติภายใน ${planSubmissionDueDays} วันหลังเห็นชอบ แผนของหน่วยงานให้รายงานแต่มิได้พิมพ์กำหนด`;

/** What is owed and was not submitted to the centre in time: nothing, a draft, or what was returned. */
const late = ({ agencyId, today }: Asked, subject: 'planId' | 'registerId'): Prisma.Sql => Prisma.sql`
  SELECT w.* FROM app.year_reports_owed(${agencyId}, ${today}) w
  WHERE w.${Prisma.raw(`"${subject}"`)} IS NOT NULL AND w."dueOn" < ${today} AND coalesce(w.status, 'DRAFT') IN ('DRAFT', 'RETURNED')`;

const ofThese = (subject: 'planId' | 'registerId', { recordIds }: Asked): Prisma.Sql =>
  recordIds ? Prisma.sql`w.${Prisma.raw(`"${subject}"`)} = ANY (${recordIds})` : Prisma.sql`true`;

/** What plans owe of reports, and whether they were sent on. */
export const planReportChecks: CheckDomain = {
  name: 'plan-report',
  models: ['Plan', 'YearReport'],
  column: 'planId',
  tables: (asked) => ({ plan_report: late(asked, 'planId') }),
  checks: [
    {
      code: 'YEAR_REPORT_MISSING',
      severity: 'WARNING',
      titleTh: 'ขาดรายงานผลตามแผน',
      titleEn: 'Report on a plan missing',
      basis: 'REGISTRY_RULE',
      basisTh: reportOnTime,
      messageTh: 'แผนยังไม่มีรายงานผลรอบ %1$s เดือน ปีงบประมาณ %2$s ซึ่งครบกำหนดเมื่อ %3$s',
      messageEn: 'The report on the plan after %1$s months of fiscal year %2$s, due on %4$s, was not submitted',
      found: (asked) => Prisma.sql`
        SELECT w."planId" || ' ' || w."fiscalYear" || ' ' || w.kind AS key,
          jsonb_build_object('planId', w."planId", 'fiscalYear', w."fiscalYear") AS refs, w.origin,
          ARRAY[CASE w.kind WHEN 'SIX_MONTHS' THEN '6' ELSE '12' END, w."fiscalYear"::text, ${dayTh('w."dueOn"')}, ${dayEn('w."dueOn"')}] AS said
        FROM plan_report w WHERE ${ofThese('planId', asked)}`,
    },
    {
      code: 'YEAR_REPORT_SOURCE_CHANGED',
      severity: 'INFO',
      titleTh: 'ต้นทางของรายงานผลเปลี่ยนไปแล้ว',
      titleEn: 'What a report was taken from has changed',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: รายงานผลที่ยังไม่ปิดต้องตรงกับรายงานความก้าวหน้าที่นำมา หรือมีผู้ตรวจว่าต่างเพราะเหตุใด`,
      messageTh: 'รายงานผลปีงบประมาณ %1$s มี %2$s โครงการที่รายงานความก้าวหน้าถูกแก้ไขหลังจากนำมา',
      messageEn:
        'In the report of fiscal year %1$s, %2$s projects have progress reports that were corrected since they were taken over',
      found: (asked) => Prisma.sql`
        SELECT r.id::text AS key, jsonb_build_object('planId', r."planId", 'yearReportId', r.id, 'fiscalYear', r."fiscalYear") AS refs, r.origin,
          ARRAY[r."fiscalYear"::text, i.count::text] AS said
        FROM "YearReport" r CROSS JOIN LATERAL (
          SELECT count(*) FROM "YearReportItem" i JOIN "ProgressReport" w ON w."agencyId" = ${asked.agencyId} AND w.id = i."progressReportId"
          WHERE ${partOf('i', 'reportId', 'r', asked)} AND w.version <> i."takenVersion") i
        WHERE r."agencyId" = ${asked.agencyId} AND ${asked.recordIds ? Prisma.sql`r."planId" = ANY (${asked.recordIds})` : Prisma.sql`r."planId" IS NOT NULL`}
          AND r.status <> 'CLOSED' AND i.count > 0`,
    },
    {
      code: 'PLAN_SUBMISSION_MISSING',
      severity: 'WARNING',
      titleTh: 'ยังไม่รายงานเข้าระบบแผนระดับชาติ',
      titleEn: 'Not sent to the national plan system',
      basis: 'REGISTRY_RULE',
      basisTh: sentOnTime,
      messageTh: '%1$s เห็นชอบเมื่อ %3$s แต่ยังไม่มีบันทึกว่ารายงานเข้าระบบแผนระดับชาติ',
      messageEn: '%2$s was approved on %4$s and is not on record as sent to the national plan system',
      found: (asked) => Prisma.sql`
        SELECT w."planId" || ' ' || coalesce(w."reportId"::text, 'plan') AS key, jsonb_build_object('planId', w."planId", 'yearReportId', w."reportId") AS refs, w.origin,
          ARRAY[CASE WHEN w."reportId" IS NULL THEN 'แผน' ELSE 'รายงานผลปีงบประมาณ ' || w."fiscalYear" END,
            CASE WHEN w."reportId" IS NULL THEN 'The plan' ELSE 'The report of fiscal year ' || w."fiscalYear" END,
            ${dayTh('w."approvedOn"')}, ${dayEn('w."approvedOn"')}] AS said
        FROM app.plan_submissions_owed(${asked.agencyId}) w
        WHERE w."approvedOn" + app.plan_submission_due_days() < ${asked.today} AND ${ofThese('planId', asked)}`,
    },
  ],
};

/** What registers owe of reports on their bribery risks. */
export const briberyReportChecks: CheckDomain = {
  name: 'bribery-report',
  models: ['RiskRegister', 'YearReport'],
  column: 'registerId',
  tables: (asked) => ({ bribery_report: late(asked, 'registerId') }),
  checks: [
    {
      code: 'BRIBERY_REPORT_MISSING',
      severity: 'WARNING',
      titleTh: 'ขาดรายงานผลการจัดการความเสี่ยงการรับสินบน',
      titleEn: 'Report on bribery risks missing',
      basis: 'REGISTRY_RULE',
      basisTh: reportOnTime,
      messageTh: 'ยังไม่มีรายงานผลการจัดการความเสี่ยงการรับสินบน ปีงบประมาณ %1$s ซึ่งครบกำหนดเมื่อ %2$s',
      messageEn: 'The report on the bribery risks of fiscal year %1$s, due on %3$s, was not submitted',
      found: (asked) => Prisma.sql`
        SELECT w."registerId" || ' ' || w."fiscalYear" AS key,
          jsonb_build_object('registerId', w."registerId", 'fiscalYear', w."fiscalYear") AS refs, w.origin,
          ARRAY[w."fiscalYear"::text, ${dayTh('w."dueOn"')}, ${dayEn('w."dueOn"')}] AS said
        FROM bribery_report w WHERE ${ofThese('registerId', asked)}`,
    },
  ],
};
