import type { Mitigation, Prisma } from '@registry/prisma/generated/client/client.ts';
import { invalidInput, notFound } from '../base/errors.ts';
import { notAtThisStatus } from '../base/not-at-this-status.ts';
import type { RecordState } from '../lifecycle/lifecycle.logic.ts';
import { requireInUse, requireWritten } from '../lifecycle/record/record-state.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import { type Guard, lockRisk } from './lock-risk.ts';
import type { StoredStatus } from './mitigation.logic.ts';
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
  requireMitigationStatus(act, mitigation.status);
  return mitigation;
}

function requireMitigationStatus(act: MitigationAct, status: StoredStatus): void {
  if (statusAfter(act, status) !== null) return;
  const subject = { th: 'มาตรการ', en: 'mitigation' };
  throw notAtThisStatus({ step: act, subject, status, from: mitigationLife[act].from });
}

/** What a year report tells of is kept. */
export function requireUntold(reportMeasures: number): void {
  if (reportMeasures === 0) return;
  throw invalidInput({
    field: 'mitigationId',
    message: {
      th: 'รายงานผลกล่าวถึงมาตรการนี้แล้ว จึงลบไม่ได้ ให้ยกเลิกแทน',
      en: 'A year report tells of this mitigation: cancel it instead.',
    },
  });
}

type Standing = {
  readonly status: StoredStatus;
  readonly risk: { readonly register: RecordState };
  readonly _count: { readonly reportMeasures: number };
};

/** Refuses an act that a mitigation, or its register, does not allow as they stand. */
export function requireMitigationAct(act: MitigationAct, { status, risk, _count }: Standing): void {
  states[mitigationLife[act].during](risk.register);
  requireMitigationStatus(act, status);
  if (act === 'REMOVE') requireUntold(_count.reportMeasures);
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
