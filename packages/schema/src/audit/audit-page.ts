import {
  type DefaultConnectionArguments,
  type ResolveCursorConnectionArgs,
  resolveCursorConnection,
} from '@pothos/plugin-relay';
import { type AuditPlace, decodePlace, encodePlace } from '../core/audit-place.logic.ts';
import type { AuditRow, Window } from '../tenancy/audit-trail.ts';

const placeOf = (cursor: string | undefined): AuditPlace | null => (cursor ? decodePlace(cursor) : null);

const windowOf = ({ after, before, limit, inverted }: ResolveCursorConnectionArgs): Window => ({
  olderThan: placeOf(after),
  newerThan: placeOf(before),
  size: limit,
  from: inverted ? 'oldest' : 'newest',
});

/** A page of a trail, newest first. */
export async function auditPage(
  args: DefaultConnectionArguments,
  trail: { read(window: Window): Promise<AuditRow[]>; count(): Promise<number> },
) {
  const page = await resolveCursorConnection<Promise<AuditRow[]>>({ args, toCursor: encodePlace }, (asked) =>
    trail.read(windowOf(asked)),
  );
  return { ...page, totalCount: () => trail.count() };
}
