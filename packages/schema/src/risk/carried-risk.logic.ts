import type { Control, Mitigation, Risk, RiskCause, RiskPower } from '@registry/prisma/generated/client/client.ts';
import { copiedRow } from '../base/copied-row.logic.ts';
import { inOrder } from './carry-forward.logic.ts';

type Parts = {
  readonly causes: readonly RiskCause[];
  readonly controls: readonly Control[];
  readonly mitigations: readonly Mitigation[];
  /** Delegated powers related to the risk; when the order of one has ended, the reviewer says so. */
  readonly powers: readonly RiskPower[];
};

/**
 * What a risk goes on with in the next year: what it is, its causes and controls, the powers that it has to do with, and the work that is
 * still open, due when it was due. Assessments and acceptances are not among them: the new risk stands UNASSESSED until it is assessed in its own year.
 */
export const carriedRisk = ({ causes, controls, mitigations, powers, ...risk }: Risk & Parts) => ({
  columns: {
    ...copiedRow(risk, 'registerId', 'fiscalYear', 'level', 'score', 'likelihood', 'impact', 'currentAssessmentId'),
    carriedFromId: risk.id,
  },
  causes: renumbered(causes).map((cause) => copiedRow(cause, 'riskId')),
  controls: renumbered(controls).map((control) => copiedRow(control, 'riskId')),
  mitigations: renumbered(mitigations.filter(isOpen)).map((mitigation) =>
    copiedRow(mitigation, 'riskId', 'fiscalYear', 'doneOn', 'cancelReasonTh'),
  ),
  powers: powers.map((power) => copiedRow(power, 'riskId')),
});

export type CarriedRisk = ReturnType<typeof carriedRisk>;

export const isOpen = ({ status }: Pick<Mitigation, 'status'>): boolean =>
  status === 'PLANNED' || status === 'IN_PROGRESS';

/** The parts in their order, numbered from 1 without gaps. */
export const renumbered = <Part extends { readonly sortOrder: number }>(parts: readonly Part[]): Part[] =>
  inOrder(parts).map((part, index) => ({ ...part, sortOrder: index + 1 }));
