import type { Mitigation, Prisma } from '@registry/prisma/generated/client/client.ts';
import { notFound } from '../base/errors.ts';
import { notAtThisStatus } from '../base/not-at-this-status.ts';
import { requireInUse, requireWritten } from '../lifecycle/record/record-state.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import { type Guard, lockRisk } from './lock-risk.ts';
import { type MitigationAct, mitigationLife, statusAfter } from './mitigation-life.logic.ts';

const states: Readonly<Record<(typeof mitigationLife)[MitigationAct]['during'], Guard>> = {
  DRAFTING: requireWritten,
  YEAR: requireInUse,
};

/** A mitigation of the agency, with its register held, when both are in a state that allows the act. */
export async function lockMitigation(tx: ActTransaction, id: string, act: MitigationAct) {
  const place = await tx.db.mitigation.findUnique({ where: { id }, select: { riskId: true } });
  if (!place) throw notFound('mitigationId');
  await lockRisk(tx, place.riskId, states[mitigationLife[act].during]);
  const mitigation = await tx.db.mitigation.findUnique({ where: { id } });
  if (!mitigation) throw notFound('mitigationId');
  if (statusAfter(act, mitigation.status) === null) {
    const subject = { th: 'มาตรการ', en: 'mitigation' };
    const { status } = mitigation;
    throw notAtThisStatus({ step: act, subject, status, from: mitigationLife[act].from });
  }
  return mitigation;
}

/** Writes what an act changes of a mitigation, if it is still at the version that the user saw. */
export function changeMitigation(
  { deferred }: ActTransaction,
  { id, riskId }: Mitigation,
  expectedVersion: number,
  data: Prisma.MitigationUncheckedUpdateManyInput,
) {
  deferred.mitigation.updateMany({
    where: { id, version: expectedVersion },
    data: { ...data, version: { increment: 1 } },
  });
  return { riskId, mitigationId: id };
}
