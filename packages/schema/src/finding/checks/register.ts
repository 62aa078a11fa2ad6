import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { riskRemoved } from './amendments.ts';
import { type Asked, type CheckDomain, isAsked, partOf } from './check.ts';
import { riskAnswerChecks } from './risk-answers.ts';
import { riskLevelChecks } from './risk-levels.ts';

/** The risks of the registers asked about, with what the checks want to know of each. */
const risks = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT r.id, r.code, r."titleTh", r.origin, r.level, r."registerId", r."currentAssessmentId", g."fiscalYear", l."labelTh", l."labelEn",
    g.status <> 'CLOSED' AS "isOpen", app.is_followed_up(g.status, g."isImported") AS "isFollowedUp",
    app.level_needs_answer(l."needsPlan", l."isAcceptable") AS "needsAnswer", g."fiscalYear" = (SELECT app.latest_register_year(${asked.agencyId})) AS "isLatest",
    c."isControlled", c."isMitigated", coalesce(a."isAccepted", false) AS "isAccepted", a."expiresOn"
  FROM "RiskRegister" g JOIN "Risk" r ON ${partOf('r', 'registerId', 'g', asked)}
  LEFT JOIN "RiskMethodLevel" l ON l."methodId" = g."methodId" AND l.level::text = r.level::text
  CROSS JOIN LATERAL (SELECT count(*) > 0 AS "isControlled", coalesce(bool_or(c.effectiveness <> 'WEAK'), false) AS "isMitigated"
    FROM "Control" c WHERE ${partOf('c', 'riskId', 'r', asked)}) c
  LEFT JOIN LATERAL (SELECT max(a."expiresOn") AS "expiresOn",
      bool_or(app.acceptance_covers(a.level, a."acceptedOn", a."expiresOn", l.level, ${asked.today})) AS "isAccepted"
    FROM "Acceptance" a WHERE ${partOf('a', 'riskId', 'r', asked)}) a ON app.level_needs_answer(l."needsPlan", l."isAcceptable")
  WHERE ${isAsked('g', asked)}`;

const mitigations = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT m.id, m."riskId", m."sortOrder", m."measureTh", m."dueOn", m.status, m."projectId", m.origin,
    r.code, r."registerId", r."fiscalYear", r."isFollowedUp"
  FROM risk r JOIN "Mitigation" m ON ${partOf('m', 'riskId', 'r', asked)}`;

export const registerChecks: CheckDomain = {
  name: 'register',
  models: ['RiskRegister'],
  column: 'registerId',
  tables: (asked) => ({ risk: risks(asked), mitigation: mitigations(asked) }),
  checks: [...riskLevelChecks, ...riskAnswerChecks, riskRemoved],
};
