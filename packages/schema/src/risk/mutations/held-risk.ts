import { notFound } from '../../core/errors.ts';
import type { RecordState } from '../../lifecycle/lifecycle.logic.ts';
import { requireWritten } from '../../lifecycle/record-state.ts';
import type { Write } from '../../tenancy/write.ts';

/** Throws when the state of a register does not allow something. */
export type Guard = (state: RecordState) => void;

/** A register of the agency, held in a state that allows what is about to be done. */
export async function heldRegister({ db, hold }: Write, id: string, field: string, guard: Guard) {
  if (!(await db.riskRegister.findUnique({ where: { id }, select: { id: true } }))) throw notFound(field);
  hold('RiskRegister', id);
  const register = await db.riskRegister.findUnique({
    where: { id },
    select: { id: true, agencyId: true, fiscalYear: true, status: true, isAmendment: true },
  });
  // Whatever was there before may be gone once it is held.
  if (!register) throw notFound(field);
  guard(register);
  return register;
}

/** A risk of the agency, with its register held in a state that allows what is about to be done. */
export async function heldRisk(write: Write, id: string, guard: Guard) {
  const place = await write.db.risk.findUnique({ where: { id }, select: { registerId: true } });
  if (!place) throw notFound('riskId');
  await heldRegister(write, place.registerId, 'riskId', guard);
  const risk = await write.db.risk.findUnique({ where: { id } });
  if (!risk) throw notFound('riskId');
  return risk;
}

/** A control of the agency, with its register held as a draft. */
export async function heldControl(write: Write, id: string) {
  const control = await write.db.control.findUnique({ where: { id } });
  if (!control) throw notFound('controlId');
  await heldRisk(write, control.riskId, requireWritten);
  return control;
}
