import { illegalTransition } from '../../base/errors.ts';
import { notAtThisStatus } from '../../base/not-at-this-status.ts';
import { lockFound } from '../../graphql/acts/lock-found.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { destination, type OrderAct, orderLifecycle } from '../../lifecycle/lifecycle.logic.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import type { StoredOrderStatus } from './order-status.logic.ts';

/** An order of the agency as it stands; its status stays until the act is done. */
export const lockOrder = (tx: ActTransaction, id: string) =>
  lockFound(tx, { model: 'DelegationOrder', id, field: 'orderId' }, () =>
    tx.db.delegationOrder.findUnique({ where: { id } }),
  );

/** An order whose content may be written: an issued one is changed by another order. */
export async function lockDraftOrder(tx: ActTransaction, id: string) {
  const order = await lockOrder(tx, id);
  requireDraftOrder(order);
  return order;
}

function requireDraftOrder({ status }: { readonly status: StoredOrderStatus }): void {
  if (status !== 'DRAFT') {
    throw illegalTransition(
      status,
      'แก้ไขได้เฉพาะร่าง คำสั่งที่ออกแล้วให้แก้โดยคำสั่งใหม่ที่เพิกถอนหรือแทนที่',
      'Only a draft is edited: an issued order is changed by a new one that revokes its lines or supersedes it.',
    );
  }
}

/** An order that has been issued and neither revoked nor superseded. */
export async function lockIssuedOrder(tx: ActTransaction, id: string) {
  const order = await lockOrder(tx, id);
  requireIssuedOrder(order);
  return order;
}

function requireIssuedOrder({ status }: { readonly status: StoredOrderStatus }): void {
  if (status !== 'ISSUED') {
    throw illegalTransition(
      status,
      'ทำได้เฉพาะคำสั่งที่ออกแล้วและยังไม่ถูกเพิกถอนหรือแทนที่',
      'The order has to be issued, and neither revoked nor superseded.',
    );
  }
}

/** Where an act leads; ILLEGAL_TRANSITION when it does not exist at this status. */
export function requireAct(act: OrderAct, status: StoredOrderStatus): StoredOrderStatus {
  const to = destination(orderLifecycle, act, status);
  if (to) return to;
  const subject = { th: 'คำสั่ง', en: 'order' };
  throw notAtThisStatus({ step: act, subject, status, from: orderLifecycle[act].from });
}

/** How orders stand. */
export const orderStates = statesOf('DelegationOrder', (db, ids) =>
  db.delegationOrder.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } }),
);

/** An order whose content is written. */
export const onDraftOrder = onWhen(orderStates, requireDraftOrder);

/** An order that was issued and neither revoked nor superseded. */
export const onIssuedOrder = onWhen(orderStates, requireIssuedOrder);

/** An order at a status with the act. */
export const onOrderAct = (act: OrderAct) => onWhen(orderStates, ({ status }) => void requireAct(act, status));
