import type { Control, Mitigation, Risk, RiskCause, RiskPower } from '@registry/prisma/generated/client/client.ts';
import { inOrder } from './carry-forward.logic.ts';

type CarriedColumns =
  | 'code'
  | 'titleTh'
  | 'titleEn'
  | 'processArea'
  | 'furtherProcessAreas'
  | 'corruptionTypes'
  | 'itaArea'
  | 'factorKind'
  | 'actorTh'
  | 'actorEn'
  | 'responsibleUnitId'
  | 'unitInferred'
  | 'inferred'
  | 'noteTh';

type CarriedCause = Pick<RiskCause, 'sortOrder' | 'textTh' | 'textEn'>;
type CarriedControl = Pick<Control, 'sortOrder' | 'textTh' | 'textEn' | 'effectiveness'>;
type CarriedMitigation = Pick<
  Mitigation,
  | 'sortOrder'
  | 'measureTh'
  | 'measureEn'
  | 'strategy'
  | 'ownerUnitId'
  | 'ownerPositionId'
  | 'dueOn'
  | 'budgetAmount'
  | 'projectId'
  | 'progressPercent'
  | 'status'
>;

/** A delegated power that the risk has to do with; the order that gives it may end, and who reviews the risk then says so. */
type CarriedPower = Pick<RiskPower, 'powerId'>;

type CarriedParts = {
  readonly causes: readonly CarriedCause[];
  readonly controls: readonly CarriedControl[];
  readonly mitigations: readonly CarriedMitigation[];
  readonly powers: readonly CarriedPower[];
};

/** A risk that is carried into the register of the next year. */
export type RiskToCarry = Pick<Risk, 'id' | CarriedColumns> & CarriedParts;

export type CarriedRisk = Pick<Risk, CarriedColumns> & CarriedParts & { readonly carriedFromId: string };

/**
 * The values with which a risk goes on in the next year: what it is, its causes and controls, the powers that it has to do with, and the work
 * that is still open, due when it was due. Assessments and acceptances are not among them: the new risk stands UNASSESSED until somebody assesses it in its own year.
 */
export const carriedRisk = (old: RiskToCarry): CarriedRisk => ({
  carriedFromId: old.id,
  code: old.code,
  titleTh: old.titleTh,
  titleEn: old.titleEn,
  processArea: old.processArea,
  furtherProcessAreas: [...old.furtherProcessAreas],
  corruptionTypes: [...old.corruptionTypes],
  itaArea: old.itaArea,
  factorKind: old.factorKind,
  actorTh: old.actorTh,
  actorEn: old.actorEn,
  responsibleUnitId: old.responsibleUnitId,
  unitInferred: old.unitInferred,
  inferred: [...old.inferred],
  noteTh: old.noteTh,
  causes: inOrder(old.causes).map(({ textTh, textEn }, index) => ({ sortOrder: index + 1, textTh, textEn })),
  controls: inOrder(old.controls).map(({ textTh, textEn, effectiveness }, index) => ({
    sortOrder: index + 1,
    textTh,
    textEn,
    effectiveness,
  })),
  mitigations: inOrder(old.mitigations).filter(isOpen).map(carriedMitigation),
  powers: old.powers.map(({ powerId }) => ({ powerId })),
});

const isOpen = ({ status }: CarriedMitigation): boolean => status === 'PLANNED' || status === 'IN_PROGRESS';

const carriedMitigation = (old: CarriedMitigation, index: number): CarriedMitigation => ({
  sortOrder: index + 1,
  measureTh: old.measureTh,
  measureEn: old.measureEn,
  strategy: old.strategy,
  ownerUnitId: old.ownerUnitId,
  ownerPositionId: old.ownerPositionId,
  dueOn: old.dueOn,
  budgetAmount: old.budgetAmount,
  projectId: old.projectId,
  progressPercent: old.progressPercent,
  status: old.status,
});
