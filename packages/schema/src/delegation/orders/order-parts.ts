import { conflict } from '../../base/errors.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import type { OrderContent } from './order-content.ts';

type Draft = { readonly id: string; readonly agencyId: string };

/** Puts lines in the place of those that the draft has. */
export async function replaceLines(db: ScopedDb, { id, agencyId }: Draft, lines: OrderContent['lines']): Promise<void> {
  if (!lines) return;
  await db.delegatedPower.deleteMany({ where: { orderId: id } });
  if (lines.length > 0)
    await db.delegatedPower.createMany({ data: lines.map((line) => ({ ...line, agencyId, orderId: id })) });
}

/**
 * Notes what a draft takes back once it is issued: on each line and order the draft that will end it, as yet without a date, so that
 * nothing has ended. CONFLICT when another draft was quicker.
 */
export async function noteTakenBack(
  db: ScopedDb,
  { id }: Draft,
  { revokes, supersedes }: Pick<OrderContent, 'revokes' | 'supersedes'>,
): Promise<void> {
  if (revokes) {
    await db.delegatedPower.updateMany({
      where: { revokedByOrderId: id, id: { notIn: revokes } },
      data: { revokedByOrderId: null },
    });
    const { count } = await db.delegatedPower.updateMany({
      where: { id: { in: revokes }, revokedOn: null, OR: [{ revokedByOrderId: null }, { revokedByOrderId: id }] },
      data: { revokedByOrderId: id },
    });
    if (count < revokes.length) throw conflict();
  }
  if (supersedes) {
    await db.delegationOrder.updateMany({
      where: { supersededById: id, id: { notIn: supersedes } },
      data: { supersededById: null },
    });
    const { count } = await db.delegationOrder.updateMany({
      where: { id: { in: supersedes }, status: 'ISSUED', OR: [{ supersededById: null }, { supersededById: id }] },
      data: { supersededById: id },
    });
    if (count < supersedes.length) throw conflict();
  }
}
