import { notFound } from '../../base/errors.ts';
import type { Check } from '../../graphql/inputs/check.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import type { OrderContent } from './order-content.ts';

type Place = { readonly field: string; readonly id: string };

/** Something that the draft is to end: whether it can still be ended, and which order already means to. */
type Target = { readonly id: string; readonly isLive: boolean; readonly takenById: string | null };

const placesOf = (field: string, ids: readonly string[] = []): Place[] =>
  ids.map((id, index) => ({ field: `${field}[${index}]`, id }));

const positionsOf = ({ columns, lines = [] }: OrderContent): Place[] => [
  ...(columns.signedByPositionId ? [{ field: 'signedByPositionId', id: columns.signedByPositionId }] : []),
  ...lines.flatMap(({ delegatorId, delegateId }, index) => [
    { field: `powers[${index}].delegatorId`, id: delegatorId },
    { field: `powers[${index}].delegateId`, id: delegateId },
  ]),
];

const idsOf = (places: readonly Place[]): string[] => [...new Set(places.map(({ id }) => id))];

function checkTargets(check: Check, places: readonly Place[], targets: readonly Target[], ownId?: string): void {
  const byId = new Map(targets.map((target) => [target.id, target]));
  for (const { field, id } of places) {
    const target = byId.get(id);
    if (target && !target.isLive)
      check.add(
        field,
        'สิ้นผลแล้วหรือยังไม่ได้ออก: เลือกเฉพาะคำสั่งที่ออกแล้วและยังไม่ถูกเพิกถอนหรือแทนที่',
        'It has ended or is not issued: choose from issued orders what is neither revoked nor superseded.',
      );
    else if (target?.takenById && target.takenById !== ownId)
      check.add(
        field,
        'ร่างคำสั่งอื่นจะเพิกถอนหรือแทนที่อยู่แล้ว: นำออกจากร่างนั้นก่อน',
        'Another draft takes it back already: take it out of that draft first.',
      );
  }
}

/**
 * Looks up everything that a draft refers to, adds what is wrong with it to the check, and ends the checking: what the agency does not
 * have is NOT_FOUND once all else is right.
 */
export async function requireReferences(
  db: ScopedDb,
  check: Check,
  content: OrderContent,
  ownId?: string,
): Promise<void> {
  const positions = positionsOf(content);
  const revokes = placesOf('revokesPowerIds', content.revokes);
  const supersedes = placesOf('supersedesOrderIds', content.supersedes);
  const knownPositions = await db.position.findMany({ where: { id: { in: idsOf(positions) } }, select: { id: true } });
  const lines = await db.delegatedPower.findMany({
    where: { id: { in: idsOf(revokes) } },
    select: { id: true, revokedOn: true, revokedByOrderId: true, order: { select: { status: true } } },
  });
  const orders = await db.delegationOrder.findMany({
    where: { id: { in: idsOf(supersedes) } },
    select: { id: true, status: true, supersededById: true },
  });
  const targets = [
    ...lines.map(({ id, revokedOn, revokedByOrderId, order }) => ({
      id,
      isLive: order.status === 'ISSUED' && revokedOn === null,
      takenById: revokedByOrderId,
    })),
    ...orders.map(({ id, status, supersededById }) => ({ id, isLive: status === 'ISSUED', takenById: supersededById })),
  ];
  checkTargets(check, [...revokes, ...supersedes], targets, ownId);
  check.refuse();
  const known = new Set([...knownPositions, ...targets].map(({ id }) => id));
  const missing = [...positions, ...revokes, ...supersedes].filter(({ id }) => !known.has(id));
  if (missing.length > 0) throw notFound(...missing.map(({ field }) => field));
}
