import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { reviewMonths } from '../../risk/review.logic.ts';
import { type FindingRule, ownRule, partOf } from './rule.ts';
import { dayEn, dayTh } from './words.ts';

const monthsByLevel = Prisma.raw(
  Object.entries(reviewMonths)
    .map(([level, months]) => `('${level}', ${months})`)
    .join(', '),
);

/** The latest assessment of a phase: the one of the latest day and, within a day, the one recorded last. */
const latest = (phase: 'INHERENT' | 'RESIDUAL', agencyId: string): Prisma.Sql => Prisma.sql`LATERAL (
  SELECT a."methodId", a.score, a.level FROM "Assessment" a
  WHERE a."agencyId" = ${agencyId}::uuid AND a."riskId" = r.id AND a.phase = ${phase}::"AssessmentPhase"
  ORDER BY a."assessedOn" DESC, a."createdAt" DESC, a.id DESC LIMIT 1)`;

/** How the level of a risk came about and whether it still stands. */
export const riskLevelRules: readonly FindingRule[] = [
  {
    code: 'RISK_UNASSESSED',
    severity: 'WARNING',
    titleTh: 'ความเสี่ยงยังไม่ได้ประเมิน',
    titleEn: 'Risk without an assessment',
    basisTh: 'เอกสาร 000 โครงการที่ 20 ขั้นตอนที่ 5: ผลการประเมินที่เผยแพร่ต้องมีระดับความเสี่ยง',
    messageTh: 'ความเสี่ยง %1$s ยังไม่ได้ประเมิน',
    messageEn: 'Risk %1$s has not been assessed',
    found: () => Prisma.sql`
      SELECT r.id::text AS key, r.refs, ARRAY[r.code] AS said, r.origin FROM risk r WHERE r.level = 'UNASSESSED'`,
  },
  {
    code: 'RISK_REVIEW_OVERDUE',
    severity: 'WARNING',
    titleTh: 'เกินกำหนดทบทวนความเสี่ยง',
    titleEn: 'Review of a risk overdue',
    basisTh: `${ownRule}: ทบทวนทุก 1, 3, 6 หรือ 12 เดือนตามระดับ (สูงมาก สูง ปานกลาง ต่ำ) เฉพาะทะเบียนปีล่าสุดที่ยังไม่ปิด`,
    messageTh: 'ความเสี่ยง %1$s ครบกำหนดทบทวนเมื่อ %2$s',
    messageEn: 'The review of risk %1$s was due on %3$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT r.id::text AS key, r.refs, ARRAY[r.code, ${dayTh('v."dueOn"')}, ${dayEn('v."dueOn"')}] AS said, r.origin
      FROM risk r
      JOIN "Assessment" a ON a."agencyId" = ${agencyId}::uuid AND a.id = r."currentAssessmentId"
      JOIN (VALUES ${monthsByLevel}) AS m (level, months) ON m.level = r.level::text
      CROSS JOIN LATERAL (SELECT (a."assessedOn" + make_interval(months => m.months))::date AS "dueOn") v
      WHERE r."isOpen" AND r."isLatest" AND v."dueOn" < ${today}::date`,
  },
  {
    code: 'RESIDUAL_LOWERED_WITHOUT_MEASURE',
    severity: 'WARNING',
    titleTh: 'ระดับลดลงโดยไม่มีสิ่งที่ทำให้ลด',
    titleEn: 'Residual risk lowered by nothing on record',
    basisTh: 'เอกสาร 002 ส่วนที่ 1 ข้อ 1: การประเมินต้องดูว่าการควบคุมที่มีอยู่ได้ผลหรือไม่',
    messageTh: 'ความเสี่ยง %1$s ลดจากคะแนน %2$s เหลือ %3$s แต่ไม่มีการควบคุมที่ได้ผลหรือมาตรการที่แล้วเสร็จ',
    messageEn: 'Risk %1$s fell from score %2$s to %3$s without an effective control or a finished mitigation',
    found: ({ agencyId }) => Prisma.sql`
      SELECT r.id::text AS key, r.refs, ARRAY[r.code, i.score::text, e.score::text] AS said, r.origin
      FROM risk r CROSS JOIN ${latest('INHERENT', agencyId)} i CROSS JOIN ${latest('RESIDUAL', agencyId)} e
      WHERE i."methodId" = e."methodId" AND (e.score < i.score OR e.level < i.level)
        AND NOT EXISTS (SELECT 1 FROM "Control" c
          WHERE c."agencyId" = ${agencyId}::uuid AND c."riskId" = r.id AND c.effectiveness <> 'WEAK')
        AND NOT EXISTS (SELECT 1 FROM "Mitigation" m
          WHERE m."agencyId" = ${agencyId}::uuid AND m."riskId" = r.id AND m.status = 'DONE')`,
  },
  {
    code: 'RISK_TEXT_COPIED',
    severity: 'INFO',
    titleTh: 'เหตุการณ์ความเสี่ยงซ้ำกันในทะเบียน',
    titleEn: 'Same risk event twice in a register',
    basisTh: `${ownRule}: ความเสี่ยงแต่ละรายการต้องเป็นของกระบวนงานนั้นเอง`,
    messageTh: 'ความเสี่ยง %1$s มีข้อความเหมือนความเสี่ยง %2$s',
    messageEn: 'Risk %1$s has the same text as risk %2$s',
    found: () => Prisma.sql`
      SELECT r.id::text AS key, r.refs, ARRAY[r.code, min(o.code)] AS said, r.origin
      FROM risk r JOIN risk o ON o."registerId" = r."registerId" AND o."titleTh" = r."titleTh" AND o.code < r.code
      GROUP BY r.id, r.refs, r.code, r.origin`,
  },
  {
    code: 'MITIGATION_TEXT_COPIED',
    severity: 'INFO',
    titleTh: 'มาตรการซ้ำกันในทะเบียน',
    titleEn: 'Same mitigation for several risks of a register',
    basisTh: `${ownRule}: มาตรการต้องตอบสาเหตุของความเสี่ยงนั้นเอง`,
    messageTh: 'มาตรการที่ %2$s ของความเสี่ยง %1$s มีข้อความเหมือนมาตรการของความเสี่ยง %3$s',
    messageEn: 'Mitigation %2$s of risk %1$s has the same text as one of risk %3$s',
    found: (asked) => Prisma.sql`
      SELECT m.id::text AS key, r.refs || jsonb_build_object('mitigationId', m.id) AS refs,
        ARRAY[r.code, m."sortOrder"::text, min(o.code)] AS said, m.origin
      FROM risk r JOIN "Mitigation" m ON ${partOf('m', 'riskId', 'r', asked)}
      JOIN risk o ON o."registerId" = r."registerId" AND o.code < r.code
      JOIN "Mitigation" n ON ${partOf('n', 'riskId', 'o', asked)} AND n."measureTh" = m."measureTh"
      GROUP BY m.id, r.refs, r.code, m."sortOrder", m.origin`,
  },
];
