import type { AuditEntry as AuditRow } from '@registry/prisma/generated/client/client.ts';
import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { scopeOf } from './scope.ts';
import { rowsOf } from './sql-builder/selection.ts';
import { SqlBuilder } from './sql-builder/sql-builder.ts';
import { callerOf, type Scoped } from './tenancy.ts';

export type { AuditRow };

/** Where an entry stands in the chain of its agency. */
type InChain = { readonly seq: bigint };

/** The part of a trail that a page is cut from: between two places, so many entries from its newest or its oldest end. */
export type Window<Place extends InChain = InChain> = {
  readonly olderThan: Place | null;
  readonly newerThan: Place | null;
  readonly size: number;
  readonly from: 'newest' | 'oldest';
};

/** An entry as it travels: texts and arrays, in place of what JSON has no form for. */
const entry = rowsOf(new SqlBuilder(), 'AuditEntry', 'entry', {});

const END = 9_223_372_036_854_775_807n;

/** The entries about records of the viewer's agency and their parts, one window on each, in one statement; others have no such trail. */
export async function trailsOf(
  scoped: Scoped,
  recordIds: readonly string[],
  { olderThan, newerThan, size, from }: Window,
): Promise<(AuditRow & { recordId: string })[]> {
  const { viewer, tenancy } = scoped;
  if (!viewer.agency) return [];
  const order = Prisma.raw(from === 'newest' ? 'DESC' : 'ASC');
  const linkedBy = (link: string) => Prisma.sql`(
    SELECT * FROM "AuditEntry"
    WHERE "agencyId" = ${viewer.agency?.id}::uuid AND ${Prisma.raw(`"${link}"`)} = record.id
      AND seq < ${olderThan?.seq ?? END}::bigint AND seq > ${newerThan?.seq ?? 0n}::bigint
    ORDER BY seq ${order} LIMIT ${size}::int)`;
  const statement = Prisma.sql`
    SELECT record.id AS "recordId", ${Prisma.raw(entry.sql)} AS entry
    FROM unnest(${[...recordIds]}::uuid[]) AS record (id)
    CROSS JOIN LATERAL (
      ${linkedBy('entityId')} UNION ALL ${linkedBy('partOfId')} ORDER BY seq ${order} LIMIT ${size}::int
    ) entry
    ORDER BY entry.seq ${order}`;
  const rows = await tenancy.query<{ recordId: string; entry: unknown }>(scopeOf(viewer), statement, callerOf(scoped));
  // It decodes every column of an entry, as the model says.
  return rows.map((row) => ({ ...(entry.decode(row.entry) as AuditRow), recordId: row.recordId }));
}

/** How many entries there are about each record and its parts. */
export async function trailLengths(scoped: Scoped, recordIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { viewer, tenancy } = scoped;
  if (!viewer.agency) return new Map();
  const statement = Prisma.sql`
    SELECT record.id, (
      (SELECT count(*) FROM "AuditEntry" WHERE "agencyId" = ${viewer.agency.id}::uuid AND "entityId" = record.id)
      + (SELECT count(*) FROM "AuditEntry" WHERE "agencyId" = ${viewer.agency.id}::uuid AND "partOfId" = record.id)
    )::int AS length
    FROM unnest(${[...recordIds]}::uuid[]) AS record (id)`;
  const rows = await tenancy.query<{ id: string; length: number }>(scopeOf(viewer), statement, callerOf(scoped));
  return new Map(rows.map(({ id, length }) => [id, length]));
}
