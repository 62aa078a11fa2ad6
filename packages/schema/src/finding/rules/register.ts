import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { riskAnswerRules } from './risk-answers.ts';
import { riskLevelRules } from './risk-levels.ts';
import { type Asked, isAsked, partOf, type RuleDomain } from './rule.ts';

/** The risks of the registers asked about, with what the rules want to know of each. */
const risks = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT r.*, g.status <> 'CLOSED' AS "isOpen", l."labelTh", l."labelEn",
    jsonb_build_object('registerId', g.id, 'riskId', r.id, 'fiscalYear', g."fiscalYear") AS refs,
    coalesce(l."needsPlan" OR NOT l."isAcceptable", false) AS "needsAnswer",
    NOT EXISTS (SELECT 1 FROM "RiskRegister" x
      WHERE x."agencyId" = ${asked.agencyId}::uuid AND x."fiscalYear" > g."fiscalYear") AS "isLatest",
    EXISTS (SELECT 1 FROM "Control" c WHERE ${partOf('c', 'riskId', 'r', asked)}) AS "isControlled",
    EXISTS (SELECT 1 FROM "Acceptance" a WHERE ${partOf('a', 'riskId', 'r', asked)} AND a.level >= l.level
      AND ${asked.today}::date BETWEEN a."acceptedOn" AND a."expiresOn") AS "isAccepted"
  FROM "RiskRegister" g JOIN "Risk" r ON ${partOf('r', 'registerId', 'g', asked)}
  LEFT JOIN "RiskMethodLevel" l ON l."methodId" = g."methodId" AND l.level::text = r.level::text
  WHERE ${isAsked('g', asked)}`;

export const registerRules: RuleDomain = {
  name: 'register',
  models: ['RiskRegister'],
  column: 'registerId',
  tables: (asked) => ({ risk: risks(asked) }),
  rules: [...riskLevelRules, ...riskAnswerRules],
};
