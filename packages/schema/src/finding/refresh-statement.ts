import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { CheckedModel } from '../tenancy/derivation.ts';
import { checkDomains } from './checks/catalog.ts';
import { type Asked, type CheckDomain, literal } from './checks/check.ts';

/** Every statement has these parameters and no others, so that its text is written once and PostgreSQL plans it once. */
const parameters = {
  agencyId: Prisma.raw('$1::uuid'),
  today: Prisma.raw('$2::date'),
  fiscalYear: Prisma.raw('$3::int'),
  recordIds: Prisma.raw('$4::uuid[]'),
} as const;

/** The records that a finding may name, by its columns. Those from the order on are compared: findings of before may lack them. */
const recordLinks = [
  'planId',
  'projectId',
  'analysisId',
  'registerId',
  'riskId',
  'mitigationId',
  'positionId',
] as const;
const comparedLinks = [
  'orderId',
  'declarationId',
  'activityId',
  'giftReportId',
  'itaAssessmentId',
  'publicItemId',
  'yearReportId',
  'internalAuditId',
  'auditObservationId',
] as const;
const links = [...recordLinks, ...comparedLinks];

const listed = (columns: readonly string[], written: (column: string) => string): Prisma.Sql =>
  Prisma.raw(columns.map(written).join(', '));

/** The columns that a check fills, besides the words of its messages. */
const filled = listed([...links, 'dimensionNumber', 'fiscalYear', 'printed', 'computed'], (column) => `"${column}"`);

type Part = { readonly domain: CheckDomain; readonly asked: Asked };

/** Every check of a domain as one list of findings, over the domain's tables. */
const foundBy = ({ domain: { checks }, asked }: Part): Prisma.Sql[] =>
  checks.map(
    ({ code, severity, basisTh, messageTh, messageEn, found }) => Prisma.sql`
      SELECT ${literal(`${code} `)} || f.key AS "ruleKey", ${literal(code)} AS code, ${literal(severity)}::"FindingSeverity" AS severity,
        ${literal(basisTh)} AS "basisTh", format(${literal(messageTh)}, VARIADIC f.said) AS "messageTh",
        format(${literal(messageEn)}, VARIADIC f.said) AS "messageEn", f.refs, f.origin FROM (${found(asked)}) AS f`,
  );

/** Whether a computed finding belongs to the records asked about, so that it is removed when it is no longer true. */
function isConcerned({ domain: { checks, column }, asked: { recordIds } }: Part): Prisma.Sql {
  const codes = Prisma.sql`o.code IN (${Prisma.join(checks.map(({ code }) => literal(code)))})`;
  return column && recordIds
    ? Prisma.sql`(${codes} AND ${Prisma.raw(`o."${column}"`)} = ANY(${recordIds}))`
    : Prisma.sql`(${codes})`;
}

/**
 * One statement that brings the computed findings of an agency up to date. What is true is compared with what is recorded first: new
 * findings are added, changed ones changed, those that are no longer true removed, and the rest is not touched. A dismissal stays for as
 * long as its finding is true. Where anything differs, the agency's place in the trail is taken before its findings are, as acts do it.
 */
function refreshStatement(parts: readonly Part[]): string {
  const { agencyId, today, fiscalYear, recordIds } = parameters;
  const tables = [...new Map(parts.flatMap(({ domain, asked }) => Object.entries(domain.tables(asked))))];
  const { text, values } = Prisma.sql`
    WITH parameters AS (SELECT ${today}, ${fiscalYear}, ${recordIds}),
    ${Prisma.join(
      tables.map(([name, rows]) => Prisma.sql`${Prisma.raw(name)} AS MATERIALIZED (${rows})`),
      ', ',
    )},
    wanted AS (${Prisma.join(parts.flatMap(foundBy), ' UNION ALL ')}),
    recorded AS (
      SELECT o."ruleKey", o.severity, o."basisTh", o."messageTh", o."messageEn", o.printed, o.computed,
        ${listed(comparedLinks, (link) => `o."${link}"`)} FROM "Finding" o
      WHERE o."agencyId" = ${agencyId} AND o."ruleKey" IS NOT NULL AND (${Prisma.join(parts.map(isConcerned), ' OR ')})),
    differing AS MATERIALIZED (
      SELECT "ruleKey", w.code, w.severity, w."basisTh", w."messageTh", w."messageEn", w.origin, w.refs
      FROM wanted w FULL JOIN recorded r USING ("ruleKey")
      WHERE w.code IS NULL OR r.severity IS NULL
        OR (w.severity, w."basisTh", w."messageTh", w."messageEn", w.refs ->> 'printed', w.refs ->> 'computed',
          ${listed(comparedLinks, (link) => `(w.refs ->> '${link}')::uuid`)})
          IS DISTINCT FROM (r.severity, r."basisTh", r."messageTh", r."messageEn", r.printed, r.computed,
          ${listed(comparedLinks, (link) => `r."${link}"`)})),
    claimed AS MATERIALIZED (SELECT app.claim_trail() AS trail WHERE EXISTS (SELECT 1 FROM differing)),
    removed AS (
      DELETE FROM "Finding" o USING claimed, differing d
      WHERE o."agencyId" = ${agencyId} AND o."ruleKey" = d."ruleKey" AND d.code IS NULL)
    INSERT INTO "Finding" (id, "agencyId", "ruleKey", code, severity, "basisTh", "messageTh", "messageEn", origin, ${filled})
    SELECT gen_random_uuid(), ${agencyId}, d."ruleKey", d.code, d.severity, d."basisTh", d."messageTh", d."messageEn", d.origin, ${filled}
    FROM claimed CROSS JOIN differing d CROSS JOIN LATERAL jsonb_to_record(d.refs) AS refs (${listed(links, (link) => `"${link}" uuid`)},
      "dimensionNumber" int, "fiscalYear" int, printed text, computed text)
    WHERE d.code IS NOT NULL
    ORDER BY d."ruleKey"
    ON CONFLICT ("agencyId", "ruleKey") DO UPDATE SET severity = EXCLUDED.severity, "basisTh" = EXCLUDED."basisTh",
      "messageTh" = EXCLUDED."messageTh", "messageEn" = EXCLUDED."messageEn", printed = EXCLUDED.printed,
      computed = EXCLUDED.computed,
      ${listed(comparedLinks, (link) => `"${link}" = EXCLUDED."${link}"`)}, version = "Finding".version + 1`;
  // A value would take the number of one of the parameters.
  if (values.length > 0) throw new Error('A check may not hold a value: it writes it into its text.');
  return text;
}

/** The statement for every finding of an agency. */
export const textForAll = refreshStatement(
  checkDomains.map((domain) => ({ domain, asked: { ...parameters, recordIds: null } })),
);

const texts = new Map<string, string | null>();

/** The statement for the findings on records of these models; null when nothing is checked on any of them. */
export function textFor(models: ReadonlySet<CheckedModel>): string | null {
  const key = [...models].sort().join();
  const known = texts.get(key);
  if (known !== undefined) return known;
  const parts = checkDomains
    .filter((domain) => domain.models.some((model) => models.has(model)))
    .map((domain) => {
      const [own, ...others] = domain.models;
      // What changed in a record of another model shows on records that were not held.
      const isKnown = own && others.every((model) => !models.has(model));
      return { domain, asked: { ...parameters, recordIds: isKnown ? parameters.recordIds : null } };
    });
  const text = parts.length > 0 ? refreshStatement(parts) : null;
  texts.set(key, text);
  return text;
}
