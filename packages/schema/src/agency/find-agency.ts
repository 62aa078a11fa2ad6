import { notFound } from '../base/errors.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import { requireOpenAgency } from './agency-standing.ts';

/** An agency that the administrator of the city may still change; a closed one stays as it was. */
export async function openAgency({ db }: ActTransaction, id: string) {
  const found = await db.agency.findUnique({ where: { id }, select: { code: true, kind: true, closedOn: true } });
  if (!found) throw notFound('agencyId');
  requireOpenAgency(found);
  return found;
}
