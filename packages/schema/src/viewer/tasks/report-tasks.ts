import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { TaskSource } from './task.ts';

const { yearReportDueDays, planSubmissionDueDays } = thresholds;

/** The reports of the year that are due, and what is still to be sent to the national plan system. */
export const reportTasks: readonly TaskSource[] = [
  {
    kind: 'YEAR_REPORT_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: `รายงานผลรอบ 6 หรือ 12 เดือน หรือรายงานความเสี่ยงการรับสินบน ที่สิ้นรอบแล้วและยังไม่ส่ง · A year report whose period has ended and that was not submitted, or was returned; of the running fiscal year and the ${thresholds.yearReportYears} before.`,
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ส่งรายงานผลให้ ศปท.กทม. ภายใน ${yearReportDueDays} วันหลังสิ้นรอบ`,
    titleTh: 'จัดทำ%1$s ปีงบประมาณ %3$s',
    titleEn: 'Report on %2$s of fiscal year %3$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT CASE WHEN w."planId" IS NULL THEN 'RiskRegister' ELSE 'Plan' END AS type, coalesce(w."planId", w."registerId") AS id,
        ARRAY[CASE w.kind WHEN 'SIX_MONTHS' THEN 'รายงานผลตามแผนรอบ 6 เดือน' WHEN 'TWELVE_MONTHS' THEN 'รายงานผลตามแผนรอบ 12 เดือน'
            ELSE 'รายงานผลการจัดการความเสี่ยงการรับสินบน' END,
          CASE w.kind WHEN 'SIX_MONTHS' THEN 'the plan after six months' WHEN 'TWELVE_MONTHS' THEN 'the plan after twelve months'
            ELSE 'the bribery risks' END, w."fiscalYear"::text] AS said,
        w."dueOn", ${agencyId}::uuid AS "agencyId"
      FROM app.year_reports_owed(${agencyId}::uuid, ${today}::date) w WHERE coalesce(w.status, 'DRAFT') IN ('DRAFT', 'RETURNED')`,
  },
  {
    kind: 'PLAN_SUBMISSION_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning:
      'แผนหรือรายงานผลที่เห็นชอบแล้ว ยังไม่มีบันทึกว่ารายงานเข้าระบบแผนระดับชาติ · An approved plan or report that is not on record as sent to the national plan system.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: รายงานเข้าระบบแผนระดับชาติภายใน ${planSubmissionDueDays} วันหลังเห็นชอบ`,
    titleTh: 'รายงาน%1$sเข้าระบบแผนระดับชาติ',
    titleEn: 'Send %2$s to the national plan system',
    found: ({ agencyId }) => Prisma.sql`
      SELECT CASE WHEN w."reportId" IS NULL THEN 'Plan' ELSE 'YearReport' END AS type, coalesce(w."reportId", w."planId") AS id,
        ARRAY[CASE WHEN w."reportId" IS NULL THEN 'แผน' ELSE 'ผลปีงบประมาณ ' || w."fiscalYear" || ' ' END,
          CASE WHEN w."reportId" IS NULL THEN 'the plan' ELSE 'the report of fiscal year ' || w."fiscalYear" END] AS said,
        w."approvedOn" + app.plan_submission_due_days() AS "dueOn", ${agencyId}::uuid AS "agencyId"
      FROM app.plan_submissions_owed(${agencyId}::uuid) w`,
  },
];
