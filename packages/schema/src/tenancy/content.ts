import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { RecordKind } from '@registry/prisma/generated/client/enums.ts';
import { scopeOf } from './scope.ts';
import { callerOf, type Scoped } from './tenancy.ts';
import type { OwnStatements } from './transaction.ts';

type Kept = { content: string | null };
type KindOfRecord = { kind: RecordKind; agencyId: string; id: string };

const contentSql = ({ kind, agencyId, id }: KindOfRecord): Prisma.Sql =>
  Prisma.sql`SELECT app.content_of(${kind}::"RecordKind", ${agencyId}::uuid, ${id}::uuid)::text AS content`;

/** The content of an agency's record as JSON text, as an edition freezes it; null when there is no such record. */
export async function contentOf(transaction: OwnStatements, record: KindOfRecord): Promise<string | null> {
  const [row] = await transaction.query<Kept>(contentSql(record));
  return row?.content ?? null;
}

/** The same for a reader of the agency itself; others read editions. */
export async function ownContent(scoped: Scoped, record: { kind: RecordKind; id: string }): Promise<string | null> {
  const { viewer, tenancy } = scoped;
  if (!viewer.agency) return null;
  const statement = contentSql({ ...record, agencyId: viewer.agency.id });
  const [row] = await tenancy.ask<Kept>(scopeOf(viewer), statement, callerOf(scoped));
  return row?.content ?? null;
}
