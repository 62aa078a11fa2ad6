import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import { requireInUse, requireWritten } from '../lifecycle/record/record-state.ts';
import { requireMitigationAct } from './lock-mitigation.ts';
import { requireAnswerable, risksToAnswer } from './lock-risk.ts';
import type { MitigationAct } from './mitigation-life.logic.ts';

const register = { select: { status: true, isAmendment: true } } as const;

const registers = statesOf('RiskRegister', (db, ids) =>
  db.riskRegister.findMany({ where: { id: { in: ids } }, select: { id: true, status: true, isAmendment: true } }),
);

/** A register whose content is written. */
export const onWrittenRegister = onWhen(registers, requireWritten);

const risks = statesOf('Risk', (db, ids) =>
  db.risk.findMany({ where: { id: { in: ids } }, select: { id: true, register } }),
);

/** A risk of a register whose content is written. */
export const onWrittenRisk = onWhen(risks, (risk) => requireWritten(risk.register));

/** A risk of a register that is in use. */
export const onRiskInUse = onWhen(risks, (risk) => requireInUse(risk.register));

/** A risk that may receive a mitigation. */
export const onRiskToAnswer = onWhen(statesOf('Risk', risksToAnswer), requireAnswerable);

/** A control of a register whose content is written. */
export const onWrittenControl = onWhen(
  statesOf('Control', (db, ids) =>
    db.control.findMany({ where: { id: { in: ids } }, select: { id: true, risk: { select: { register } } } }),
  ),
  ({ risk }) => requireWritten(risk.register),
);

const mitigations = statesOf('Mitigation', (db, ids) =>
  db.mitigation.findMany({
    where: { id: { in: ids } },
    select: { id: true, status: true, risk: { select: { register } }, _count: { select: { reportMeasures: true } } },
  }),
);

/** A mitigation at a status, and of a register in a state, that has the act. */
export const onMitigation = (act: MitigationAct) =>
  onWhen(mitigations, (mitigation) => requireMitigationAct(act, mitigation));
