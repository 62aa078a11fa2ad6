import type { ScopeSettings } from '@registry/prisma/scope-settings.ts';
import type { Viewer } from '../base/viewer.logic.ts';

/**
 * Whose rows a viewer may read: those of one agency; across the city those disclosed at least to a floor (1 submitted, for the centre; 2
 * approved, for analysts); the audit trail alone; or only what is public, which the keeper of reference data partly writes. With an account it is also about what that person keeps for itself there.
 */
export type Scope =
  | { readonly kind: 'agency'; readonly agencyId: string; readonly accountId?: string }
  | { readonly kind: 'city'; readonly floor: 1 | 2; readonly accountId?: string }
  | { readonly kind: 'audit' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'none' };

export function scopeOf(viewer: Viewer): Scope {
  if (viewer.agency) return { kind: 'agency', agencyId: viewer.agency.id };
  if (viewer.roles.includes('CENTRE')) return { kind: 'city', floor: 1 };
  if (viewer.roles.includes('ANALYST')) return { kind: 'city', floor: 2 };
  if (viewer.roles.includes('AUDITOR')) return { kind: 'audit' };
  if (viewer.roles.includes('CITY_ADMIN')) return { kind: 'reference' };
  return { kind: 'none' };
}

/** A scope for one person there; the others keep nothing for people. */
export const withAccount = (scope: Scope, accountId: string): Scope =>
  scope.kind === 'agency' || scope.kind === 'city' ? { ...scope, accountId } : scope;

const accountOf = (scope: Scope): string =>
  scope.kind === 'agency' || scope.kind === 'city' ? (scope.accountId ?? '') : '';

/** Whether a scope is the anti-corruption centre's: the one city role that reviews what agencies submit. */
export const isCentre = (scope: Scope): boolean => scope.kind === 'city' && scope.floor === 1;

const dutyOf = (scope: Scope): string => {
  if (isCentre(scope)) return 'centre';
  return scope.kind === 'audit' || scope.kind === 'reference' ? scope.kind : '';
};

/** The scope as the row-level security policies read it. */
export const settingsOf = (scope: Scope): ScopeSettings => ({
  'app.agency': scope.kind === 'agency' ? scope.agencyId : '',
  'app.floor': scope.kind === 'city' ? String(scope.floor) : '',
  'app.duty': dutyOf(scope),
  'app.account': accountOf(scope),
});

/** Who shares the connections fairly with the others: an agency with all its accounts, an account of the city, or the public. */
export function shareKeyOf({ agency, account }: Viewer): string {
  if (agency) return `agency:${agency.id}`;
  return account ? `account:${account.id}` : 'public';
}

const placeOf = (scope: Scope): string =>
  scope.kind === 'agency' ? `agency:${scope.agencyId}` : scope.kind === 'city' ? `city:${scope.floor}` : scope.kind;

export const keyOf = (scope: Scope): string => `${placeOf(scope)} ${accountOf(scope)}`;
