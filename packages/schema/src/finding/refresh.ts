import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { fiscalYearOf } from '../calendar/fiscal-year.logic.ts';
import { atTheEndOfEveryAct } from '../core/perform.ts';
import { todayInBangkok } from '../core/today.logic.ts';
import { changeAsService, changeBySql, everyAgency } from '../tenancy/own-sql.ts';
import type { Tenancy } from '../tenancy/tenancy.ts';
import type { OwningModel } from '../tenancy/write.ts';
import { ruleDomains } from './rules/catalog.ts';
import type { Asked, RuleDomain } from './rules/rule.ts';

/** The columns that a rule fills, besides the words of its messages. */
const filled = Prisma.raw(
  '"planId", "projectId", "analysisId", "registerId", "riskId", "orderId", "mitigationId", "positionId", "dimensionNumber", "fiscalYear", printed, computed',
);

type Part = { readonly domain: RuleDomain; readonly asked: Asked };

/** Every rule of a domain as one list of findings, over the tables that the domain prepares. */
const foundBy = ({ domain: { rules }, asked }: Part): Prisma.Sql[] =>
  rules.map(
    ({ code, severity, basisTh, messageTh, messageEn, found }) => Prisma.sql`
      SELECT ${code}::text AS code, ${severity}::"FindingSeverity" AS severity, ${basisTh}::text AS "basisTh",
        format(${messageTh}::text, VARIADIC f.said) AS "messageTh", format(${messageEn}::text, VARIADIC f.said) AS "messageEn",
        f.key, f.refs, f.origin FROM (${found(asked)}) AS f`,
  );

/** Whether a computed finding belongs to what is asked about, so that it goes when it is no longer true. */
function isConcerned({ domain: { rules, column }, asked: { recordIds } }: Part): Prisma.Sql {
  const codes = Prisma.sql`o.code = ANY(${rules.map(({ code }) => code)}::text[])`;
  return column && recordIds
    ? Prisma.sql`(${codes} AND ${Prisma.raw(`o."${column}"`)} = ANY(${[...recordIds]}::uuid[]))`
    : Prisma.sql`(${codes})`;
}

/**
 * One statement that brings the computed findings of an agency up to date: new ones are added, changed ones changed, and those that are
 * no longer true removed. What did not change is not touched, and a dismissal stays for as long as its finding is true.
 */
function refreshStatement(agencyId: string, parts: readonly Part[]): Prisma.Sql {
  const tables = parts.flatMap(({ domain, asked }) => Object.entries(domain.tables(asked)));
  return Prisma.sql`
    WITH ${Prisma.join(
      tables.map(([name, rows]) => Prisma.sql`${Prisma.raw(name)} AS (${rows})`),
      ', ',
    )},
    found AS (${Prisma.join(parts.flatMap(foundBy), ' UNION ALL ')}),
    wanted AS (
      SELECT f.code || ' ' || f.key AS "ruleKey", f.code, f.severity, f."basisTh", f."messageTh", f."messageEn", f.origin, ${filled}
      FROM found f CROSS JOIN LATERAL jsonb_populate_record(NULL::"Finding", f.refs)),
    removed AS (
      DELETE FROM "Finding" o WHERE o."agencyId" = ${agencyId}::uuid AND o."ruleKey" IS NOT NULL
        AND (${Prisma.join(parts.map(isConcerned), ' OR ')})
        AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w."ruleKey" = o."ruleKey"))
    INSERT INTO "Finding" (id, "agencyId", "ruleKey", code, severity, "basisTh", "messageTh", "messageEn", origin, ${filled})
    SELECT gen_random_uuid(), ${agencyId}::uuid, w.* FROM wanted w
    WHERE NOT EXISTS (
      SELECT 1 FROM "Finding" o WHERE o."agencyId" = ${agencyId}::uuid AND o."ruleKey" = w."ruleKey"
        AND (o.severity, o."basisTh", o."messageTh", o."messageEn", o.printed, o.computed, o."orderId")
          IS NOT DISTINCT FROM (w.severity, w."basisTh", w."messageTh", w."messageEn", w.printed, w.computed, w."orderId"))
    ORDER BY w."ruleKey"
    ON CONFLICT ("agencyId", "ruleKey") DO UPDATE SET severity = EXCLUDED.severity, "basisTh" = EXCLUDED."basisTh",
      "messageTh" = EXCLUDED."messageTh", "messageEn" = EXCLUDED."messageEn", printed = EXCLUDED.printed,
      computed = EXCLUDED.computed, "orderId" = EXCLUDED."orderId", version = "Finding".version + 1`;
}

/** The findings on the records that an act held; null when it held none that is checked. */
function refreshHeld(agencyId: string, held: ReadonlyMap<string, OwningModel>): Prisma.Sql | null {
  const parts = ruleDomains.flatMap((domain) => {
    const recordIds = [...held].filter(([, model]) => domain.models.includes(model)).map(([id]) => id);
    return recordIds.length > 0 ? [{ domain, asked: askedOf(agencyId, domain.column && recordIds) }] : [];
  });
  return parts.length > 0 ? refreshStatement(agencyId, parts) : null;
}

function askedOf(agencyId: string, recordIds: readonly string[] | null): Asked {
  const today = todayInBangkok();
  return { agencyId, today, fiscalYear: fiscalYearOf(today), recordIds };
}

atTheEndOfEveryAct(async (write) => {
  if (write.held.size === 0) return;
  const statement = refreshHeld(write.agencyId, write.held);
  if (statement) await changeBySql(write, statement);
});

/** By whose account findings are brought up to date: the registry's own, which the audit trail names. */
export type Refreshing = { readonly tenancy: Tenancy; readonly accountId: string };

/** Brings the findings of one agency up to date. Returns how many are new or changed. */
export function refreshFindingsOf({ tenancy, accountId }: Refreshing, agencyId: string): Promise<number> {
  const parts = ruleDomains.map((domain) => ({ domain, asked: askedOf(agencyId, null) }));
  const statement = refreshStatement(agencyId, parts);
  return changeAsService(tenancy, { accountId, act: 'refreshFindings' }, agencyId, statement);
}

export type Round = Refreshing & {
  readonly onProgress?: (done: number, of: number) => void;
  /** Asked before every agency: a server that is stopping does not begin another. */
  readonly isStopped?: () => boolean;
};

const AGENCIES_BETWEEN_REPORTS = 25;

/** The same for every agency: with time things fall due and expire without any act. */
export async function refreshAllFindings({ onProgress, isStopped, ...refreshing }: Round): Promise<number> {
  const agencies = await everyAgency(refreshing.tenancy);
  let changed = 0;
  for (const [index, { id }] of agencies.entries()) {
    if (isStopped?.()) break;
    changed += await refreshFindingsOf(refreshing, id);
    const done = index + 1;
    if (done % AGENCIES_BETWEEN_REPORTS === 0 || done === agencies.length) onProgress?.(done, agencies.length);
  }
  return changed;
}
