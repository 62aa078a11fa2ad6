import type { RecordKind } from '@registry/prisma/generated/client/enums.ts';
import { scopeOf } from './scope.ts';
import type { Scoped, Transaction } from './tenancy.ts';

/** The content of an agency's record as JSON text, as an edition freezes it; null when there is no such record. */
export async function contentOf(
  transaction: Transaction,
  record: { kind: RecordKind; agencyId: string; id: string },
): Promise<string | null> {
  const [row] = await transaction.$queryRaw<{ content: string | null }[]>`
    SELECT app.content_of(${record.kind}::"RecordKind", ${record.agencyId}::uuid, ${record.id}::uuid)::text AS content`;
  return row?.content ?? null;
}

/** The same for a reader of the agency itself; others read editions. */
export function ownContent(
  { viewer, tenancy }: Scoped,
  record: { kind: RecordKind; id: string },
): Promise<string | null> {
  if (!viewer.agency) return Promise.resolve(null);
  return contentOf(tenancy.clientFor(scopeOf(viewer)), { ...record, agencyId: viewer.agency.id });
}
