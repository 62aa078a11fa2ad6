import { notFound } from '../../base/errors.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import type { OwningModel } from '../../tenancy/derivation.ts';

/** Locks a record until the act is done and reads it again, since it may have changed or gone before it was locked. */
export async function lockFound<Row>(
  { lockShared }: ActTransaction,
  { model, id, field }: { readonly model: OwningModel; readonly id: string; readonly field: string },
  find: (id: string) => PromiseLike<Row | null>,
): Promise<Row> {
  if (!(await find(id))) throw notFound(field);
  lockShared(model, id);
  const row = await find(id);
  if (!row) throw notFound(field);
  return row;
}
