import type { AuditEntry as AuditRow } from '@registry/prisma/generated/client/client.ts';
import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { AuditPlace } from '../core/audit-place.logic.ts';
import { scopeOf } from './scope.ts';
import type { Scoped } from './tenancy.ts';

export type { AuditRow };

/** The part of a trail that a page is cut from: between two places, so many entries from its newest or its oldest end. */
export type Window = {
  readonly olderThan: AuditPlace | null;
  readonly newerThan: AuditPlace | null;
  readonly size: number;
  readonly from: 'newest' | 'oldest';
};

const END = 9_223_372_036_854_775_807n;

/** The entries about records of the viewer's agency and their parts, one window on each, in one statement; others have no such trail. */
export async function trailsOf(
  { viewer, tenancy }: Scoped,
  recordIds: readonly string[],
  { olderThan, newerThan, size, from }: Window,
): Promise<(AuditRow & { recordId: string })[]> {
  if (!viewer.agency) return [];
  const order = Prisma.raw(from === 'newest' ? 'DESC' : 'ASC');
  const linkedBy = (link: string) => Prisma.sql`(
    SELECT * FROM "AuditEntry"
    WHERE "agencyId" = ${viewer.agency?.id}::uuid AND ${Prisma.raw(`"${link}"`)} = record.id
      AND seq < ${olderThan?.seq ?? END}::bigint AND seq > ${newerThan?.seq ?? 0n}::bigint
    ORDER BY seq ${order} LIMIT ${size}::int)`;
  return tenancy.clientFor(scopeOf(viewer)).$queryRaw<(AuditRow & { recordId: string })[]>`
    SELECT record.id AS "recordId", entry.*
    FROM unnest(${[...recordIds]}::uuid[]) AS record (id)
    CROSS JOIN LATERAL (
      ${linkedBy('entityId')} UNION ALL ${linkedBy('partOfId')} ORDER BY seq ${order} LIMIT ${size}::int
    ) entry
    ORDER BY entry.seq ${order}`;
}

/** How many entries there are about each record and its parts. */
export async function trailLengths(
  { viewer, tenancy }: Scoped,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (!viewer.agency) return new Map();
  const rows = await tenancy.clientFor(scopeOf(viewer)).$queryRaw<{ id: string; length: number }[]>`
    SELECT record.id, (
      (SELECT count(*) FROM "AuditEntry" WHERE "agencyId" = ${viewer.agency.id}::uuid AND "entityId" = record.id)
      + (SELECT count(*) FROM "AuditEntry" WHERE "agencyId" = ${viewer.agency.id}::uuid AND "partOfId" = record.id)
    )::int AS length
    FROM unnest(${[...recordIds]}::uuid[]) AS record (id)`;
  return new Map(rows.map(({ id, length }) => [id, length]));
}
