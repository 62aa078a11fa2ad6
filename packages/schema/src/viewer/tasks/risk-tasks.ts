import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { isActedOn } from '../../lifecycle/imported.logic.ts';
import { isLiveIn } from '../../risk/mitigation.logic.ts';
import { reviewMonths } from '../../risk/review.logic.ts';
import { DUE_SOON_DAYS, ownRule, type TaskSource } from './task.ts';

const monthsByLevel = Prisma.raw(
  Object.entries(reviewMonths)
    .map(([level, months]) => `('${level}', ${months})`)
    .join(', '),
);

/** What registers that are not closed wait for. */
export const riskTasks: readonly TaskSource[] = [
  {
    kind: 'MITIGATION_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: 'มาตรการเกินหรือใกล้กำหนด (30 วัน) · A mitigation that is overdue or due within 30 days.',
    basis: 'DOCUMENT',
    basisTh: 'กำหนดที่หน่วยงานตั้งไว้ในทะเบียนความเสี่ยง',
    titleTh: 'มาตรการของความเสี่ยง %1$s: %2$s',
    titleEn: 'Mitigation of risk %1$s: %3$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'Mitigation' AS type, m.id, ARRAY[r.code, left(m."measureTh", 200), left(coalesce(m."measureEn", m."measureTh"), 200)] AS said,
        m."dueOn", m."agencyId"
      FROM "Mitigation" m JOIN "Risk" r ON r."agencyId" = ${agencyId}::uuid AND r.id = m."riskId"
      JOIN "RiskRegister" g ON g."agencyId" = ${agencyId}::uuid AND g.id = r."registerId"
      WHERE m."agencyId" = ${agencyId}::uuid AND ${Prisma.raw(isLiveIn('m'))} AND g.status <> 'CLOSED' AND ${Prisma.raw(isActedOn('g'))}
        AND m."dueOn" <= ${today}::date + ${DUE_SOON_DAYS}::int`,
  },
  {
    kind: 'RISK_REVIEW_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning:
      'ความเสี่ยงในทะเบียนปีล่าสุดที่ถึงหรือใกล้กำหนดทบทวน · A risk of the latest register that is to be assessed again within 30 days, or at once.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ทบทวนทุก 1, 3, 6 หรือ 12 เดือนตามระดับ (สูงมาก สูง ปานกลาง ต่ำ)`,
    titleTh: 'ประเมินความเสี่ยง %1$s: %2$s',
    titleEn: 'Assess risk %1$s: %3$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'Risk' AS type, r.id, ARRAY[r.code, left(r."titleTh", 200), left(coalesce(r."titleEn", r."titleTh"), 200)] AS said,
        coalesce((a."assessedOn" + make_interval(months => v.months))::date, ${today}::date) AS "dueOn", r."agencyId"
      FROM "Risk" r JOIN "RiskRegister" g ON g."agencyId" = ${agencyId}::uuid AND g.id = r."registerId"
      LEFT JOIN "Assessment" a ON a."agencyId" = ${agencyId}::uuid AND a.id = r."currentAssessmentId"
      LEFT JOIN (VALUES ${monthsByLevel}) AS v (level, months) ON v.level = r.level::text
      WHERE r."agencyId" = ${agencyId}::uuid AND g.status <> 'CLOSED' AND ${Prisma.raw(isActedOn('g'))}
        AND NOT EXISTS (SELECT 1 FROM "RiskRegister" x WHERE x."agencyId" = ${agencyId}::uuid AND x."fiscalYear" > g."fiscalYear")
        AND coalesce((a."assessedOn" + make_interval(months => v.months))::date, ${today}::date) <= ${today}::date + ${DUE_SOON_DAYS}::int`,
  },
  {
    kind: 'ACCEPTANCE_ENDING',
    roles: ['APPROVER'],
    meaning: 'การยอมรับความเสี่ยงที่ใกล้สิ้นผล (30 วัน) · The acceptance of a risk that ends within 30 days.',
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
      HAVING max(a."expiresOn") BETWEEN ${today}::date AND ${today}::date + ${DUE_SOON_DAYS}::int`,
  },
];
