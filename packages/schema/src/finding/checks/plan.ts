import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { amount } from '../../tenancy/sql-words.ts';
import { projectRemoved } from './amendments.ts';
import { type Asked, type CheckDomain, isAsked, partOf } from './check.ts';

const projects = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT j.*, d.number, y."lastYear", a."firstApprovedOn", p."isImported",
    jsonb_build_object('planId', p.id, 'projectId', j.id, 'dimensionNumber', d.number) AS refs
  FROM "Plan" p CROSS JOIN LATERAL app.plan_first_approved(${asked.agencyId}, p.id) a
  JOIN "Project" j ON ${partOf('j', 'planId', 'p', asked)}
  JOIN "FrameworkDimension" d ON d.id = j."dimensionId"
  CROSS JOIN LATERAL app.project_last_year(j."fiscalYears", p."fiscalYearTo") y
  WHERE ${isAsked('p', asked)}`;

/** What was worked out for a printed figure: projects counted, or their budgets added up. */
const computedFigure = ({ agencyId }: Asked): Prisma.Sql => Prisma.sql`
  SELECT CASE f.kind
    WHEN 'PROJECT_COUNT' THEN (SELECT count(*) FROM project j WHERE j."planId" = p.id
      AND (f."dimensionNumber" IS NULL OR j.number = f."dimensionNumber")
      AND (f."fiscalYear" IS NULL OR f."fiscalYear" = ANY(j."fiscalYears")))
    ELSE (SELECT coalesce(sum(b.amount), 0) FROM project j
      JOIN "BudgetLine" b ON b."agencyId" = ${agencyId} AND b."projectId" = j.id
      WHERE j."planId" = p.id AND (f."dimensionNumber" IS NULL OR j.number = f."dimensionNumber")
        AND (f."fiscalYear" IS NULL OR b."fiscalYear" = f."fiscalYear"))
  END AS value`;

export const planChecks: CheckDomain = {
  name: 'plan',
  models: ['Plan'],
  column: 'planId',
  tables: (asked) => ({ project: projects(asked) }),
  checks: [
    projectRemoved,
    {
      code: 'SPENDING_WITHOUT_PROGRESS',
      severity: 'WARNING',
      titleTh: 'ใช้จ่ายแล้วแต่ไม่มีความก้าวหน้า',
      titleEn: 'Money spent without progress',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: เงินที่ใช้จ่ายไปแล้วต้องเห็นความก้าวหน้าของโครงการ`,
      messageTh: 'ปีงบประมาณ %2$s ใช้จ่ายแล้ว %3$s บาท แต่ความก้าวหน้าของ "%1$s" เป็นศูนย์',
      messageEn: 'In fiscal year %2$s %3$s baht was spent on "%1$s" with no progress',
      found: (asked) => Prisma.sql`
        SELECT w.id || ' ' || w."fiscalYear" AS key,
          w.refs || jsonb_build_object('fiscalYear', w."fiscalYear", 'computed', ${amount('w."spentAmount"')}) AS refs,
          ARRAY[w."titleTh", w."fiscalYear"::text, ${amount('w."spentAmount"')}] AS said, w.origin
        FROM (SELECT DISTINCT ON (j.id, w."fiscalYear") j.id, j.refs, j."titleTh", j.origin, w."fiscalYear", w."spentAmount",
            w."progressPercent"
          FROM project j JOIN "ProgressReport" w ON ${partOf('w', 'projectId', 'j', asked)}
          ORDER BY j.id, w."fiscalYear", w.quarter DESC) w
        WHERE w."spentAmount" > 0 AND w."progressPercent" = 0`,
    },
    {
      code: 'SPENDING_WITHOUT_BUDGET',
      severity: 'WARNING',
      titleTh: 'ใช้จ่ายเงินกับโครงการที่ไม่ใช้งบประมาณ',
      titleEn: 'Money spent on a project that needs no budget',
      basis: 'DOCUMENT',
      basisTh: 'แผนของหน่วยงานระบุว่าโครงการไม่ใช้งบประมาณ',
      messageTh: 'แผนระบุว่า "%1$s" ไม่ใช้งบประมาณในปี %2$s แต่รายงานการใช้จ่าย %3$s บาท: แก้รายงานที่ผิด หรือแก้แผนให้ระบุงบประมาณ',
      messageEn:
        'The plan says that "%1$s" needs no budget in fiscal year %2$s, yet %3$s baht is reported as spent: correct the report, or amend the plan',
      // Reports add up over the year: the last amount that was said is what counts, as in spending.logic.ts.
      found: (asked) => Prisma.sql`
        SELECT w.id || ' ' || w."fiscalYear" AS key,
          w.refs || jsonb_build_object('fiscalYear', w."fiscalYear", 'computed', ${amount('w."spentAmount"')}) AS refs,
          ARRAY[w."titleTh", w."fiscalYear"::text, ${amount('w."spentAmount"')}] AS said, w.origin
        FROM (SELECT DISTINCT ON (j.id, w."fiscalYear") j.id, j.refs, j."titleTh", j.origin, w."fiscalYear", w."spentAmount"
          FROM project j JOIN "ProgressReport" w ON ${partOf('w', 'projectId', 'j', asked)} AND w."spentAmount" IS NOT NULL
          ORDER BY j.id, w."fiscalYear", w.quarter DESC) w
        JOIN "BudgetLine" b ON ${partOf('b', 'projectId', 'w', asked)} AND b."fiscalYear" = w."fiscalYear"
        WHERE w."spentAmount" > 0 AND b.status = 'NO_BUDGET'`,
    },
    {
      code: 'INDICATOR_WITHOUT_RESULT',
      severity: 'WARNING',
      titleTh: 'ตัวชี้วัดไม่มีผล',
      titleEn: 'Indicator without a result',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: เมื่อโครงการแล้วเสร็จหรือสิ้นปีงบประมาณสุดท้าย ตัวชี้วัดทุกตัวต้องมีผล เว้นแต่ปีนั้นสิ้นสุดก่อนแผนได้รับความเห็นชอบ`,
      messageTh: 'ตัวชี้วัด "%2$s" ของ "%1$s" ยังไม่มีผล',
      messageEn: 'The indicator "%2$s" of "%1$s" has no result',
      found: (asked) => Prisma.sql`
        SELECT i.id::text AS key, j.refs, ARRAY[j."titleTh", i."textTh"] AS said, j.origin
        FROM project j JOIN "Indicator" i ON ${partOf('i', 'projectId', 'j', asked)}
        WHERE NOT j."isImported" AND j.status <> 'CANCELLED' AND (j.status = 'DONE'
            OR (j."lastYear" < ${asked.fiscalYear} AND app.is_owed_from(j."firstApprovedOn", app.fiscal_year_ends(j."lastYear"))))
          AND NOT EXISTS (SELECT 1 FROM "ProgressIndicatorValue" v WHERE ${partOf('v', 'indicatorId', 'i', asked)})`,
    },
    {
      code: 'PROJECT_BUDGET_UNKNOWN',
      severity: 'INFO',
      titleTh: 'โครงการไม่มีข้อมูลงบประมาณ',
      titleEn: 'Project without budget information',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: โครงการต้องระบุงบประมาณ หรือระบุว่าไม่ใช้งบประมาณ`,
      messageTh: '"%1$s" ไม่มีข้อมูลว่าใช้งบประมาณเท่าใด หรือไม่ใช้งบประมาณ',
      messageEn: 'For "%1$s" it is not known what it costs, nor whether it needs no budget',
      found: (asked) => Prisma.sql`
        SELECT j.id::text AS key, j.refs, ARRAY[j."titleTh"] AS said, j.origin FROM project j
        WHERE j.status <> 'CANCELLED' AND NOT EXISTS (
          SELECT 1 FROM "BudgetLine" b WHERE ${partOf('b', 'projectId', 'j', asked)} AND b.status <> 'UNKNOWN')`,
    },
    {
      code: 'PRINTED_FIGURE_MISMATCH',
      severity: 'WARNING',
      titleTh: 'ตัวเลขที่พิมพ์ไม่ตรงกับที่คำนวณ',
      titleEn: 'Printed figure differs from the computed one',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ยอดรวมคำนวณจากรายการ และแสดงคู่กับยอดที่พิมพ์`,
      messageTh: 'เอกสารพิมพ์ %1$s แต่คำนวณจากรายการได้ %2$s',
      messageEn: 'The document prints %1$s, but the entries give %2$s',
      // A figure that a transcriber has noted already is not reported again.
      found: (asked) => Prisma.sql`
        SELECT f.id::text AS key,
          jsonb_build_object('planId', p.id, 'dimensionNumber', f."dimensionNumber", 'fiscalYear', f."fiscalYear",
            'printed', f."printedText", 'computed', ${amount('c.value')}) AS refs,
          ARRAY[f."printedText", ${amount('c.value')}] AS said, p.origin
        FROM "Plan" p JOIN "PrintedFigure" f ON ${partOf('f', 'planId', 'p', asked)}
        CROSS JOIN LATERAL (${computedFigure(asked)}) c
        WHERE ${isAsked('p', asked)} AND f.value <> c.value AND NOT EXISTS (
          SELECT 1 FROM "Finding" t WHERE ${partOf('t', 'planId', 'p', asked)} AND t."ruleKey" IS NULL
            AND t.code IN ('BUDGET_TOTAL_MISMATCH', 'PROJECT_COUNT_MISMATCH')
            AND (t."dimensionNumber", t."fiscalYear") IS NOT DISTINCT FROM (f."dimensionNumber", f."fiscalYear"))`,
    },
  ],
};
