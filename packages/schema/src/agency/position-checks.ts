import type { Check } from '../graphql/inputs/check.ts';
import { refuseEach, requireOne } from '../graphql/inputs/references.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import { lockPositions } from './structure-lock.ts';
import { dutyProblem } from './unit-duty.logic.ts';

type Wanted = { readonly code: string | undefined; readonly isHead: boolean | undefined };

/** Says so when another position of the agency has the code, or heads the agency already. */
export async function checkOthers(
  tx: ActTransaction,
  check: Check,
  { code, isHead }: Wanted,
  ownId?: string,
): Promise<void> {
  const { db } = tx;
  if (code && (await db.position.findFirst({ where: { code, id: { not: ownId } }, select: { id: true } })))
    check.add('code', `มีตำแหน่งรหัส ${code} อยู่แล้ว`, `Another position has the code ${code}.`);
  if (!isHead) return;
  lockPositions(tx);
  const head = await db.position.findFirst({ where: { isHead: true, id: { not: ownId } }, select: { code: true } });
  if (head)
    check.add('isHead', `ตำแหน่ง ${head.code} เป็นหัวหน้าหน่วยงานอยู่แล้ว`, `Position ${head.code} heads the agency already.`);
}

export async function requireUnit({ db }: ActTransaction, id: string | null | undefined): Promise<void> {
  await requireOne('unitId', id, async (unitId) => {
    const unit = await db.unit.findUnique({ where: { id: unitId }, select: { id: true, kind: true } });
    if (unit) refuseEach([{ field: 'unitId', kind: unit.kind }], (kind) => dutyProblem(kind, 'POSITION'));
    return unit;
  });
}
