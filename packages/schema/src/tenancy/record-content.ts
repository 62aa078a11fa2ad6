import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { RecordKind } from '@registry/prisma/generated/client/enums.ts';
import { scopeOf } from './scope.ts';
import { callerOf, type Scoped } from './tenancy.ts';
import type { RawStatements } from './transaction.ts';

type Kept = { content: string | null };
type KindOfRecord = { kind: RecordKind; agencyId: string; id: string };

const contentSql = (
  { kind, agencyId, id }: KindOfRecord,
  { besides = {}, isPast = false }: { besides?: Readonly<Record<string, unknown>>; isPast?: boolean } = {},
): Prisma.Sql =>
  Prisma.sql`SELECT (${Prisma.raw(isPast ? 'history' : 'app')}.content_of(${kind}::"RecordKind", ${agencyId}::uuid, ${id}::uuid) || ${JSON.stringify(besides)}::jsonb)::text AS content`;

/** The content of an agency's record as JSON text, as an edition freezes it, with `besides` added; null when there is no such record. */
export async function recordContent(
  transaction: RawStatements,
  record: KindOfRecord,
  besides: Readonly<Record<string, unknown>> = {},
): Promise<string | null> {
  const [row] = await transaction.query<Kept>(contentSql(record, { besides }));
  return row?.content ?? null;
}

/**
 * The same for readers of the record: its own agency, and city roles to whom it is disclosed. The caller has read the record in the
 * viewer's scope; the agency is checked here once more.
 */
export async function visibleRecordContent(scoped: Scoped, record: KindOfRecord): Promise<string | null> {
  const { viewer, tenancy } = scoped;
  const scope = scopeOf(viewer);
  const mayRead = scope.kind === 'city' || (scope.kind === 'agency' && scope.agencyId === record.agencyId);
  if (!mayRead) return null;
  const [row] = await tenancy.query<Kept>(
    scope,
    contentSql(record, { isPast: tenancy.moment !== null }),
    callerOf(scoped),
  );
  return row?.content ?? null;
}
