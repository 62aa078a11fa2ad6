import {
  type DefaultConnectionArguments,
  type ResolveCursorConnectionArgs,
  resolveCursorConnection,
} from '@pothos/plugin-relay';
import { paged } from '../graphql/paging/paged-list.ts';
import { type Between, readCursors } from '../graphql/paging/read-cursors.ts';
import type { Window } from '../tenancy/audit-trail.ts';
import { type AuditPlace, decodePlace, encodePlace } from './audit-place.logic.ts';
import type { TrailEntry } from './trail-entry.ts';

/** The part of a trail between two places that cursors name. */
export type AuditWindow = Window<AuditPlace>;

/** How the pages of a trail hang together. */
export const auditPages = paged({ between: (args) => readCursors(args, decodePlace) });

type PageArguments = DefaultConnectionArguments & { readonly between?: Between<AuditPlace> };

const windowOf = (
  { after, before }: Between<AuditPlace>,
  { limit, inverted }: ResolveCursorConnectionArgs,
): AuditWindow => ({
  olderThan: after ?? null,
  newerThan: before ?? null,
  size: limit,
  from: inverted ? 'oldest' : 'newest',
});

/** A page of a trail, newest first. */
export async function auditPage(
  { between = {}, ...args }: PageArguments,
  trail: { read(window: AuditWindow): Promise<TrailEntry[]>; count(): Promise<number> },
) {
  const { pageInfo, ...page } = await resolveCursorConnection<Promise<TrailEntry[]>>(
    { args, toCursor: encodePlace },
    (asked) => trail.read(windowOf(between, asked)),
  );
  return {
    ...page,
    pageInfo: {
      ...pageInfo,
      hasNextPage: pageInfo.hasNextPage || between.before !== undefined,
      hasPreviousPage: pageInfo.hasPreviousPage || between.after !== undefined,
    },
    totalCount: () => trail.count(),
  };
}
