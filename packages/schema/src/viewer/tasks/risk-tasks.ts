import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { reviewIntervalsTh, thresholds } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import type { TaskSource } from './task.ts';

const { dueSoonDays } = thresholds;

/** What registers that are not closed wait for. */
export const riskTasks: readonly TaskSource[] = [
  {
    kind: 'MITIGATION_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: `มาตรการเกินหรือใกล้กำหนด (${dueSoonDays} วัน) · A mitigation that is overdue or due within ${dueSoonDays} days.`,
    basis: 'DOCUMENT',
    basisTh: 'กำหนดที่หน่วยงานตั้งไว้ในทะเบียนความเสี่ยง',
    titleTh: 'มาตรการของความเสี่ยง %1$s: %2$s',
    titleEn: 'Mitigation of risk %1$s: %3$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'Mitigation' AS type, m.id, ARRAY[r.code, left(m."measureTh", 200), left(coalesce(m."measureEn", m."measureTh"), 200)] AS said,
        m."dueOn", m."agencyId"
      FROM "Mitigation" m JOIN "Risk" r ON r."agencyId" = ${agencyId}::uuid AND r.id = m."riskId"
      JOIN "RiskRegister" g ON g."agencyId" = ${agencyId}::uuid AND g.id = r."registerId"
      WHERE m."agencyId" = ${agencyId}::uuid AND app.is_followed_up(g.status, g."isImported")
        AND app.mitigation_is_due_soon(m.status, m."dueOn", ${today}::date)`,
  },
  {
    kind: 'RISK_REVIEW_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: `ความเสี่ยงในทะเบียนปีล่าสุดที่ถึงหรือใกล้กำหนดทบทวน · A risk of the latest register that is to be assessed again within ${dueSoonDays} days, or at once.`,
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ${reviewIntervalsTh}`,
    titleTh: 'ประเมินความเสี่ยง %1$s: %2$s',
    titleEn: 'Assess risk %1$s: %3$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'Risk' AS type, r.id, ARRAY[r.code, left(r."titleTh", 200), left(coalesce(r."titleEn", r."titleTh"), 200)] AS said,
        v."dueOn", r."agencyId"
      FROM "Risk" r JOIN "RiskRegister" g ON g."agencyId" = ${agencyId}::uuid AND g.id = r."registerId"
      LEFT JOIN "Assessment" a ON a."agencyId" = ${agencyId}::uuid AND a.id = r."currentAssessmentId"
      CROSS JOIN LATERAL (SELECT app.review_due_on(r.level, a."assessedOn", ${today}::date) AS "dueOn") v
      WHERE r."agencyId" = ${agencyId}::uuid AND app.is_followed_up(g.status, g."isImported")
        AND g."fiscalYear" = (SELECT app.latest_register_year(${agencyId}::uuid)) AND v."dueOn" <= ${today}::date + app.due_soon_days()`,
  },
  {
    kind: 'ACCEPTANCE_ENDING',
    roles: ['APPROVER'],
    meaning: `การยอมรับความเสี่ยงที่ใกล้สิ้นผล (${dueSoonDays} วัน) · The acceptance of a risk that ends within ${dueSoonDays} days.`,
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: การยอมรับความเสี่ยงมีกำหนดเวลา`,
    titleTh: 'การยอมรับความเสี่ยง %1$s ใกล้สิ้นผล: %2$s',
    titleEn: 'The acceptance of risk %1$s is about to end: %3$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'Risk' AS type, r.id, ARRAY[r.code, left(r."titleTh", 200), left(coalesce(r."titleEn", r."titleTh"), 200)] AS said,
        max(a."expiresOn") AS "dueOn", r."agencyId"
      FROM "Acceptance" a JOIN "Risk" r ON r."agencyId" = ${agencyId}::uuid AND r.id = a."riskId"
      JOIN "RiskRegister" g ON g."agencyId" = ${agencyId}::uuid AND g.id = r."registerId"
      WHERE a."agencyId" = ${agencyId}::uuid AND g.status <> 'CLOSED'
      GROUP BY r.id, r.code, r."titleTh", r."titleEn", r."agencyId"
      HAVING max(a."expiresOn") BETWEEN ${today}::date AND ${today}::date + app.due_soon_days()`,
  },
];
