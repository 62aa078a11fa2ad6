import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { RuleBasisName } from '../graphql/rule-basis.ts';
import { checkDomains } from './checks/catalog.ts';
import { literal } from './checks/check.ts';

const checks = checkDomains.flatMap((domain) => domain.checks);
const basisByCode = new Map(checks.map(({ code, basis }) => [code, basis]));

/**
 * What requires a finding, as its check states; transcribed findings, and those of checks that no longer exist, are required by the
 * documents.
 */
export const basisOf = ({ code, ruleKey }: { readonly code: string; readonly ruleKey: string | null }): RuleBasisName =>
  (ruleKey === null ? null : basisByCode.get(code)) ?? 'DOCUMENT';

const codesBy = (basis: RuleBasisName): string[] =>
  checks.filter((check) => check.basis === basis).map(({ code }) => code);

/** The same in SQL, of the code of the check that found it; of what was transcribed, null. */
export const basisOfFinding = (rule: Prisma.Sql): Prisma.Sql => {
  const isOneOf = (basis: RuleBasisName) =>
    Prisma.sql`${rule} = ANY (ARRAY[${Prisma.join([Prisma.raw(`NULL`), ...codesBy(basis).map(literal)])}]::text[])`;
  return Prisma.sql`CASE WHEN ${isOneOf('LAW')} THEN 'LAW' WHEN ${isOneOf('REGISTRY_RULE')} THEN 'REGISTRY_RULE' ELSE 'DOCUMENT' END`;
};

/** The stored findings that rest on one of the given bases, in columns. */
export const whereBasis = (bases: readonly RuleBasisName[]) => ({
  OR: bases.map((basis) => {
    if (basis !== 'DOCUMENT') return { ruleKey: { not: null }, code: { in: codesBy(basis) } };
    return { OR: [{ ruleKey: null }, { code: { notIn: [...codesBy('LAW'), ...codesBy('REGISTRY_RULE')] } }] };
  }),
});
