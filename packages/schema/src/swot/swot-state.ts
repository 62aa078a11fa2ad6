import { notFound } from '../base/errors.ts';
import { lockFound } from '../graphql/acts/lock-found.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { requireWritten } from '../lifecycle/record/record-state.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import type { SwotQuadrantName } from './swot-words.logic.ts';

/** The most items that a quadrant holds. */
export const ITEMS_MAX = most.itemsOfQuadrant;

/** Locks an analysis until the act is done, and returns its state. */
export const lockAnalysis = (tx: ActTransaction, id: string, field: string) =>
  lockFound(tx, { model: 'SwotAnalysis', id, field }, () =>
    tx.db.swotAnalysis.findUnique({ where: { id }, select: { status: true, isAmendment: true } }),
  );

/** An item of a draft, which stays a draft until the act is done. */
export async function itemOfDraft(tx: ActTransaction, id: string) {
  const item = await tx.db.swotItem.findUnique({
    where: { id },
    select: { id: true, analysisId: true, quadrant: true, factor: true, rank: true },
  });
  if (!item) throw notFound('itemId');
  requireWritten(await lockAnalysis(tx, item.analysisId, 'itemId'));
  return item;
}

type Quadrant = { readonly analysisId: string; readonly quadrant: SwotQuadrantName };

/** The last rank of a quadrant; 0 when it is empty. */
export async function lastRank({ db }: ActTransaction, where: Quadrant): Promise<number> {
  const { _max } = await db.swotItem.aggregate({ where, _max: { rank: true } });
  return _max.rank ?? 0;
}

/** Moves the items below a rank up by one, after its item is gone from the quadrant. */
export const closeRank = async ({ db }: ActTransaction, { analysisId, quadrant, rank }: Quadrant & { rank: number }) =>
  void (await db.swotItem.updateMany({
    where: { analysisId, quadrant, rank: { gt: rank } },
    data: { rank: { decrement: 1 } },
  }));
