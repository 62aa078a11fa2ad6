import { notFound } from '../base/errors.ts';
import type { Check } from '../graphql/inputs/check.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';

/** Says so when another unit of the agency has the code. */
export async function checkCode(
  { db }: ActTransaction,
  check: Check,
  wanted: string | undefined,
  ownId?: string,
): Promise<void> {
  if (wanted && (await db.unit.findFirst({ where: { code: wanted, id: { not: ownId } }, select: { id: true } })))
    check.add('code', `มีส่วนราชการภายในรหัส ${wanted} อยู่แล้ว`, `Another unit has the code ${wanted}.`);
}

export async function requireUnit({ db }: ActTransaction, field: string, id: string): Promise<void> {
  if (!(await db.unit.findUnique({ where: { id }, select: { id: true } }))) throw notFound(field);
}
