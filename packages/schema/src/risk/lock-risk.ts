import { notFound } from '../base/errors.ts';
import { lockFound } from '../graphql/acts/lock-found.ts';
import { isInForce, isWritten, type RecordState } from '../lifecycle/lifecycle.logic.ts';
import { requireWritten } from '../lifecycle/record/record-state.ts';
import { needsAnswer } from '../method/level.logic.ts';
import { type ActTransaction, requireVersion } from '../tenancy/act-transaction.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { isLeftWithoutMeasures } from './mitigation.logic.ts';
import { isRaisedSince } from './raised.logic.ts';

/** Throws when the state of a register does not allow something. */
export type Guard = (state: RecordState) => void;

/** A register of the agency, held in a state that allows what is about to be done. */
export async function lockRegister(tx: ActTransaction, id: string, field: string, guard: Guard) {
  const select = { id: true, agencyId: true, fiscalYear: true, status: true, isAmendment: true } as const;
  const register = await lockFound(tx, { model: 'RiskRegister', id, field }, () =>
    tx.db.riskRegister.findUnique({ where: { id }, select }),
  );
  guard(register);
  return register;
}

/** A risk of the agency, with its register held in a state that allows what is about to be done. */
export async function lockRisk(tx: ActTransaction, id: string, guard: Guard) {
  const place = await tx.db.risk.findUnique({ where: { id }, select: { registerId: true } });
  if (!place) throw notFound('riskId');
  await lockRegister(tx, place.registerId, 'riskId', guard);
  const risk = await tx.db.risk.findUnique({ where: { id } });
  if (!risk) throw notFound('riskId');
  return risk;
}

/**
 * Locks a risk that may receive a mitigation: in a draft or an amendment, like all content; at any time where it was assessed upwards since
 * its register was approved, or where its measures have failed, so that a published risk can always be answered.
 */
export async function lockRiskToAnswer(tx: ActTransaction, id: string) {
  let state: RecordState | undefined;
  const risk = await lockRisk(tx, id, (now) => {
    state = now;
    if (!isInForce(now)) requireWritten(now);
  });
  if (state === undefined || isWritten(state.status)) return risk;
  const [found] = await risksToAnswer(tx.db, [id]);
  if (!found) throw notFound('riskId');
  requireAnswerable(found);
  return risk;
}

/** Risks with what decides whether they may receive a mitigation. */
export const risksToAnswer = (db: ScopedDb, ids: string[]) =>
  db.risk.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      level: true,
      assessments: true,
      mitigations: { select: { status: true, createdAt: true, updatedAt: true } },
      register: {
        select: {
          status: true,
          isAmendment: true,
          method: { select: { levels: { select: { level: true, needsPlan: true, isAcceptable: true } } } },
          statusChanges: {
            where: { act: 'APPROVE' },
            orderBy: [{ at: 'desc' }, { id: 'desc' }],
            take: 1,
            select: { at: true },
          },
        },
      },
    },
  });

type RiskToAnswer = Awaited<ReturnType<typeof risksToAnswer>>[number];

/** Refuses a mitigation where the register is not written, unless the risk has to be answered all the same. */
export function requireAnswerable({ level, assessments, mitigations, register }: RiskToAnswer): void {
  if (isInForce(register)) {
    const [approval] = register.statusChanges;
    if (isRaisedSince(assessments, approval?.at ?? null)) return;
    const rule = register.method?.levels.find((each) => each.level === level);
    if (isLeftWithoutMeasures(mitigations, rule !== undefined && needsAnswer(rule))) return;
  }
  requireWritten(register);
}

/** A control of the agency, with its register held as a draft. */
export async function lockControl(tx: ActTransaction, id: string) {
  const control = await tx.db.control.findUnique({ where: { id } });
  if (!control) throw notFound('controlId');
  await lockRisk(tx, control.riskId, requireWritten);
  return control;
}

/** Takes a risk whose parts are put in another order at the version that the user saw. */
export const requireRiskVersion = ({ db }: ActTransaction, id: string, version: number) =>
  requireVersion(db.risk.updateMany({ where: { id, version }, data: { version: { increment: 1 } } }));
