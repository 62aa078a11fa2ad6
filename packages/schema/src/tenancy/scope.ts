import type { ScopeSettings } from '@registry/prisma/client.ts';
import type { Viewer } from '../core/viewer.logic.ts';

/**
 * Whose rows a viewer may read: those of one agency; across the city those disclosed at least to a floor (1 submitted, 2 approved);
 * or none beyond reference data.
 */
export type Scope =
  | { readonly kind: 'agency'; readonly agencyId: string }
  | { readonly kind: 'city'; readonly floor: 1 | 2 }
  | { readonly kind: 'none' };

export function scopeOf(viewer: Viewer): Scope {
  if (viewer.agency) return { kind: 'agency', agencyId: viewer.agency.id };
  if (viewer.roles.includes('CENTRE')) return { kind: 'city', floor: 1 };
  if (viewer.roles.includes('ANALYST')) return { kind: 'city', floor: 2 };
  return { kind: 'none' };
}

/** The scope as the row-level security policies read it. */
export const settingsOf = (scope: Scope): ScopeSettings => ({
  'app.agency': scope.kind === 'agency' ? scope.agencyId : '',
  'app.floor': scope.kind === 'city' ? String(scope.floor) : '',
});

export const keyOf = (scope: Scope): string =>
  scope.kind === 'agency' ? `agency:${scope.agencyId}` : scope.kind === 'city' ? `city:${scope.floor}` : 'none';
