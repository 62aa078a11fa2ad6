import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { isActedOn } from '../../lifecycle/imported.logic.ts';
import { riskRemoved } from './amendments.ts';
import { riskAnswerRules } from './risk-answers.ts';
import { riskLevelRules } from './risk-levels.ts';
import { type Asked, isAsked, partOf, type RuleDomain } from './rule.ts';

/** The risks of the registers asked about, with what the rules want to know of each. */
const risks = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT r.id, r.code, r."titleTh", r.origin, r.level, r."registerId", r."currentAssessmentId", g."fiscalYear", l."labelTh", l."labelEn",
    g.status <> 'CLOSED' AS "isOpen", ${Prisma.raw(isActedOn('g'))} AS "isActedOn", coalesce(l."needsPlan" OR NOT l."isAcceptable", false) AS "needsAnswer",
    g."fiscalYear" = (SELECT max(x."fiscalYear") FROM "RiskRegister" x WHERE x."agencyId" = ${asked.agencyId}) AS "isLatest",
    c."isControlled", c."isMitigated", coalesce(a."isAccepted", false) AS "isAccepted", a."expiresOn"
  FROM "RiskRegister" g JOIN "Risk" r ON ${partOf('r', 'registerId', 'g', asked)}
  LEFT JOIN "RiskMethodLevel" l ON l."methodId" = g."methodId" AND l.level::text = r.level::text
  CROSS JOIN LATERAL (SELECT count(*) > 0 AS "isControlled", coalesce(bool_or(c.effectiveness <> 'WEAK'), false) AS "isMitigated"
    FROM "Control" c WHERE ${partOf('c', 'riskId', 'r', asked)}) c
  LEFT JOIN LATERAL (SELECT max(a."expiresOn") AS "expiresOn",
      bool_or(a.level >= l.level AND ${asked.today} BETWEEN a."acceptedOn" AND a."expiresOn") AS "isAccepted"
    FROM "Acceptance" a WHERE ${partOf('a', 'riskId', 'r', asked)}) a ON l."needsPlan" OR NOT l."isAcceptable"
  WHERE ${isAsked('g', asked)}`;

const mitigations = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT m.id, m."riskId", m."sortOrder", m."measureTh", m."dueOn", m.status, m."projectId", m.origin,
    r.code, r."registerId", r."fiscalYear", r."isOpen", r."isActedOn"
  FROM risk r JOIN "Mitigation" m ON ${partOf('m', 'riskId', 'r', asked)}`;

export const registerRules: RuleDomain = {
  name: 'register',
  models: ['RiskRegister'],
  column: 'registerId',
  tables: (asked) => ({ risk: risks(asked), mitigation: mitigations(asked) }),
  rules: [...riskLevelRules, ...riskAnswerRules, riskRemoved],
};
