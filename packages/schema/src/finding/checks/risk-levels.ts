import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { reviewIntervalsTh } from '../../base/thresholds.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { dayEn, dayTh } from '../../tenancy/sql-words.ts';
import type { FindingCheck } from './check.ts';
import { mitigationRefs, riskRefs } from './risk-refs.ts';

/** The texts that a register holds for more than one risk, with the code of the first. */
const saidTwice = (table: string, text: string): Prisma.Sql =>
  Prisma.raw(`(
  SELECT "registerId", "${text}", min(code) AS first FROM ${table} GROUP BY "registerId", "${text}" HAVING min(code) < max(code))`);

/** How the level of a risk came about and whether it still stands. */
export const riskLevelChecks: readonly FindingCheck[] = [
  {
    code: 'RISK_UNASSESSED',
    severity: 'WARNING',
    titleTh: 'ความเสี่ยงยังไม่ได้ประเมิน',
    titleEn: 'Risk without an assessment',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ความเสี่ยงทุกรายการต้องได้รับการประเมิน`,
    messageTh: 'ความเสี่ยง %1$s ยังไม่ได้ประเมิน',
    messageEn: 'Risk %1$s has not been assessed',
    found: () => Prisma.sql`
      SELECT r.id::text AS key, ${riskRefs} AS refs, ARRAY[r.code] AS said, r.origin FROM risk r WHERE r.level = 'UNASSESSED'`,
  },
  {
    code: 'RISK_REVIEW_OVERDUE',
    severity: 'WARNING',
    titleTh: 'เกินกำหนดทบทวนความเสี่ยง',
    titleEn: 'Review of a risk overdue',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ${reviewIntervalsTh} เฉพาะทะเบียนปีล่าสุดที่ยังไม่ปิด`,
    messageTh: 'ความเสี่ยง %1$s ครบกำหนดทบทวนเมื่อ %2$s',
    messageEn: 'The review of risk %1$s was due on %3$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT r.id::text AS key, ${riskRefs} AS refs, ARRAY[r.code, ${dayTh('v."dueOn"')}, ${dayEn('v."dueOn"')}] AS said, r.origin
      FROM risk r
      JOIN "Assessment" a ON a."agencyId" = ${agencyId} AND a.id = r."currentAssessmentId"
      CROSS JOIN LATERAL (SELECT app.review_due_on(r.level, a."assessedOn", ${today}) AS "dueOn") v
      WHERE r."isFollowedUp" AND r."isLatest" AND v."dueOn" < ${today}`,
  },
  {
    code: 'RESIDUAL_LOWERED_WITHOUT_MEASURE',
    severity: 'WARNING',
    titleTh: 'ระดับลดลงโดยไม่มีสิ่งที่ทำให้ลด',
    titleEn: 'Residual risk lowered by nothing on record',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ระดับลดลงได้เมื่อมีการควบคุมที่ได้ผลหรือมาตรการที่แล้วเสร็จ`,
    messageTh: 'ความเสี่ยง %1$s ลดจากคะแนน %2$s เหลือ %3$s แต่ไม่มีการควบคุมที่ได้ผลหรือมาตรการที่แล้วเสร็จ',
    messageEn: 'Risk %1$s fell from score %2$s to %3$s without an effective control or a finished mitigation',
    found: ({ agencyId }) => Prisma.sql`
      SELECT r.id::text AS key, ${riskRefs} AS refs, ARRAY[r.code, i.score::text, e.score::text] AS said, r.origin
      FROM risk r CROSS JOIN LATERAL app.latest_assessment(${agencyId}, r.id, 'INHERENT') i
      CROSS JOIN LATERAL app.latest_assessment(${agencyId}, r.id, 'RESIDUAL') e
      WHERE NOT r."isMitigated" AND r.id NOT IN (SELECT m."riskId" FROM mitigation m WHERE m.status = 'DONE')
        AND i."methodId" = e."methodId" AND (e.score < i.score OR e.level < i.level)`,
  },
  {
    code: 'RISK_TEXT_COPIED',
    severity: 'INFO',
    titleTh: 'เหตุการณ์ความเสี่ยงซ้ำกันในทะเบียน',
    titleEn: 'Same risk event twice in a register',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ความเสี่ยงแต่ละรายการต้องเป็นของกระบวนงานนั้นเอง`,
    messageTh: 'ความเสี่ยง %1$s มีข้อความเหมือนความเสี่ยง %2$s',
    messageEn: 'Risk %1$s has the same text as risk %2$s',
    found: () => Prisma.sql`
      SELECT r.id::text AS key, ${riskRefs} AS refs, ARRAY[r.code, t.first] AS said, r.origin
      FROM ${saidTwice('risk', 'titleTh')} t JOIN risk r ON r."registerId" = t."registerId" AND r."titleTh" = t."titleTh" AND r.code > t.first`,
  },
  {
    code: 'MITIGATION_TEXT_COPIED',
    severity: 'INFO',
    titleTh: 'มาตรการซ้ำกันในทะเบียน',
    titleEn: 'Same mitigation for several risks of a register',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: มาตรการต้องตอบสาเหตุของความเสี่ยงนั้นเอง`,
    messageTh: 'มาตรการที่ %2$s ของความเสี่ยง %1$s มีข้อความเหมือนมาตรการของความเสี่ยง %3$s',
    messageEn: 'Mitigation %2$s of risk %1$s has the same text as one of risk %3$s',
    found: () => Prisma.sql`
      SELECT m.id::text AS key, ${mitigationRefs} AS refs, ARRAY[m.code, m."sortOrder"::text, t.first] AS said, m.origin
      FROM ${saidTwice('mitigation', 'measureTh')} t
      JOIN mitigation m ON m."registerId" = t."registerId" AND m."measureTh" = t."measureTh" AND m.code > t.first`,
  },
];
