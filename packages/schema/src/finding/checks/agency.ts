import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { conflictingVerbs } from '../../delegation/authority/segregation.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { levelMeanings } from '../../method/level.logic.ts';
import { powerVerbMeanings } from '../../taxonomy/power-verb.logic.ts';
import { processAreaMeanings } from '../../taxonomy/process-area.logic.ts';
import { wordEn, wordTh } from '../../tenancy/sql-words.ts';
import type { Asked, CheckDomain } from './check.ts';
import { riskRefs } from './risk-refs.ts';

const conflicts = Prisma.raw(conflictingVerbs.map(([one, other]) => `('${one}', '${other}')`).join(', '));

const isHigh = Prisma.raw('app.is_high(r.level)');

/** High risks: of the registers asked about, whose risks the checks of registers prepared, or of all. */
const highRisks = ({ agencyId, recordIds }: Asked): Prisma.Sql =>
  recordIds
    ? Prisma.sql`SELECT r.* FROM risk r WHERE ${isHigh}`
    : Prisma.sql`
  SELECT r.id, r.code, r.level, r.origin, r."registerId", g."fiscalYear"
  FROM "RiskRegister" g JOIN "Risk" r ON r."agencyId" = ${agencyId} AND r."registerId" = g.id AND ${isHigh}
  WHERE g."agencyId" = ${agencyId}`;

/** The process areas of the latest year's high risks that nothing controls. */
const uncontrolledAreas = ({ agencyId }: Asked): Prisma.Sql => Prisma.sql`
  SELECT a.area, min(r."registerId"::text) AS "registerId", string_agg(r.code, ', ' ORDER BY r.code) AS codes
  FROM (SELECT r.*, r."fiscalYear" = max(r."fiscalYear") OVER () AS "isLatest" FROM "Risk" r
    WHERE r."agencyId" = ${agencyId} AND ${isHigh}) r
  CROSS JOIN LATERAL (SELECT DISTINCT unnest(r."processArea" || r."furtherProcessAreas") AS area) a
  WHERE r."isLatest" AND NOT EXISTS (SELECT 1 FROM "Control" c WHERE c."agencyId" = ${agencyId} AND c."riskId" = r.id)
  GROUP BY a.area`;

/** Every power that a position holds today: by lines of orders in force, or (no order) by law. */
const powersHeld = ({ agencyId, today }: Asked): Prisma.Sql => Prisma.sql`
  SELECT l.id, l."delegateId" AS "positionId", l.verb::text, l."processArea", l."orderId", l."lineNo", o."effectiveFrom" AS since,
    o."orderNo" || '/' || o.year AS name, o.origin
  FROM "DelegationOrder" o JOIN "DelegatedPower" l ON l."agencyId" = ${agencyId} AND l."orderId" = o.id
  WHERE o."agencyId" = ${agencyId} AND o.status <> 'DRAFT'
    AND app.is_in_force(o."effectiveFrom", app.order_ends_on(l."revokedOn", o."endedOn", o."effectiveTo"), ${today})
  UNION ALL
  SELECT s.id, s."positionId", s.verb::text, s."processArea", NULL, NULL, s."validFrom", NULL, NULL
  FROM "StatutoryPower" s
  WHERE s."agencyId" = ${agencyId} AND app.lasts(s."validFrom", s."validTo", ${today})`;

/** The same including appointments: one who acts for a position has its powers in addition to its own (`by`: the position acted for). */
const powersExercised = ({ agencyId, today }: Asked): Prisma.Sql => Prisma.sql`
  SELECT h.*, NULL::uuid AS by FROM held h
  UNION ALL
  SELECT h.id, a."positionId", h.verb, h."processArea", h."orderId", h."lineNo", h.since, h.name, h.origin, a."actsForId"
  FROM "ActingAppointment" a JOIN held h ON h."positionId" = a."actsForId"
  WHERE a."agencyId" = ${agencyId} AND a.capacity = 'ACTING' AND app.lasts(a."validFrom", a."validTo", ${today})`;

/** High risks and the money of the projects that answer them. */
export const fundingChecks: CheckDomain = {
  name: 'funding',
  models: ['RiskRegister', 'Plan'],
  column: 'registerId',
  tables: (asked) => ({ high_risk: highRisks(asked) }),
  checks: [
    {
      code: 'HIGH_RISK_WITHOUT_FUNDED_PROJECT',
      severity: 'WARNING',
      titleTh: 'ความเสี่ยงสูงไม่มีโครงการที่มีงบประมาณ',
      titleEn: 'High risk without a funded project',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ความเสี่ยงระดับสูงและสูงมากควรมีโครงการที่ได้รับงบประมาณรองรับ`,
      messageTh: 'ความเสี่ยง %1$s อยู่ในระดับ%2$s แต่ไม่มีมาตรการใดเชื่อมกับโครงการที่มีงบประมาณ',
      messageEn: 'Risk %1$s is at level %3$s, but none of its mitigations belongs to a project with a budget',
      found: ({ agencyId }) => Prisma.sql`
        SELECT r.id::text AS key, ${riskRefs} AS refs, ARRAY[r.code, ${wordTh('r.level', levelMeanings)}, ${wordEn('r.level', levelMeanings)}] AS said, r.origin FROM high_risk r
        WHERE NOT EXISTS (
          SELECT 1 FROM "Mitigation" m
          JOIN "BudgetLine" b ON b."agencyId" = ${agencyId} AND b."projectId" = m."projectId" AND b.amount > 0
          WHERE m."agencyId" = ${agencyId} AND m."riskId" = r.id AND m.status <> 'CANCELLED')`,
    },
  ],
};

/** What shows only when the risks and the orders of an agency are read together. */
export const powerChecks: CheckDomain = {
  name: 'power',
  models: ['RiskRegister', 'DelegationOrder'],
  column: null,
  tables: (asked) => ({ uncontrolled_area: uncontrolledAreas(asked), held: powersHeld(asked) }),
  checks: [
    {
      code: 'POWER_OVER_UNCONTROLLED_RISK',
      severity: 'WARNING',
      titleTh: 'มอบอำนาจในกระบวนงานที่มีความเสี่ยงสูงและไม่มีการควบคุม',
      titleEn: 'Delegated power over a process with an uncontrolled high risk',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: การมอบอำนาจต้องไม่ทำให้ดุลพินิจในกระบวนงานที่เสี่ยงสูงไร้การควบคุม`,
      messageTh: 'ลำดับ %2$s ของคำสั่งที่ %1$s มอบอำนาจในกระบวนงานของความเสี่ยง %3$s ซึ่งสูงและไม่มีการควบคุม',
      messageEn:
        'Line %2$s of order %1$s gives a power over the process of risk %3$s, which is high and has no control',
      found: () => Prisma.sql`
        SELECT h.id || ' ' || u."registerId" AS key, h.origin, ARRAY[h.name, h."lineNo"::text, u.codes] AS said,
          jsonb_build_object('orderId', h."orderId", 'positionId', h."positionId", 'registerId', u."registerId") AS refs
        FROM held h JOIN uncontrolled_area u ON u.area = h."processArea" WHERE h."orderId" IS NOT NULL`,
    },
  ],
};

/** What shows only when all orders of an agency are read together. */
export const dutyChecks: CheckDomain = {
  name: 'duty',
  models: ['DelegationOrder'],
  column: null,
  tables: (asked) => ({ held: powersHeld(asked), exercised: powersExercised(asked) }),
  checks: [
    {
      code: 'DUTIES_NOT_SEGREGATED',
      severity: 'WARNING',
      titleTh: 'ตำแหน่งเดียวมีอำนาจที่ควรแยกกัน',
      titleEn: 'One position holds powers that should be apart',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: ผู้ตัดสินใจไม่ควรเป็นผู้ตรวจ และผู้รับเงินไม่ควรเป็นผู้บันทึกบัญชี ในกระบวนงานเดียวกัน`,
      messageTh: '%1$s มีทั้งอำนาจ%3$sและ%4$sในกระบวนงานเดียวกัน (%5$s)',
      messageEn: '%2$s holds both the power to %6$s and that to %7$s over the same process (%8$s)',
      // The finding points to the latest order that gives the powers; where both come from the law, no order can be corrected. A conflict
      // within the position acted for is reported there alone.
      found: ({ agencyId }) => Prisma.sql`
        SELECT p.id || ' ' || c.area || ' ' || c.one || ' ' || c.other AS key, p.origin,
          jsonb_build_object('positionId', p.id, 'orderId', c."orderId") AS refs,
          ARRAY[p."titleTh", coalesce(p."titleEn", p."titleTh"),
            ${wordTh('c.one', powerVerbMeanings)}, ${wordTh('c.other', powerVerbMeanings)}, ${wordTh('c.area', processAreaMeanings)},
            ${wordEn('c.one', powerVerbMeanings)}, ${wordEn('c.other', powerVerbMeanings)}, ${wordEn('c.area', processAreaMeanings)}] AS said
        FROM (SELECT h."positionId", h."processArea"::text AS area, v.one, v.other,
            (array_agg(h."orderId" ORDER BY h."orderId" IS NULL, h.since DESC, h."orderId"))[1] AS "orderId"
          FROM (VALUES ${conflicts}) AS v (one, other) JOIN exercised h ON h.verb IN (v.one, v.other)
          GROUP BY h."positionId", h."processArea", v.one, v.other
          HAVING count(DISTINCT h.verb) = 2 AND count(DISTINCT h.verb) FILTER (WHERE h."orderId" IS NULL AND h.by IS NULL) < 2
            AND (count(DISTINCT h.by) <> 1 OR bool_or(h.by IS NULL))) c
        JOIN "Position" p ON p."agencyId" = ${agencyId} AND p.id = c."positionId"`,
    },
  ],
};
