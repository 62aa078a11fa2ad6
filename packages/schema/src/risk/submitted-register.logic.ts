import type { ItaArea } from '@registry/prisma/generated/client/enums.ts';
import type { FieldProblem } from '../base/message.logic.ts';
import type { RiskLevelName } from '../method/level.logic.ts';
import type { AcceptanceRecord } from './acceptance.logic.ts';
import type { AssessmentRecord } from './latest-assessment.logic.ts';
import type { StoredStatus } from './mitigation.logic.ts';

export type LevelRule = {
  readonly level: RiskLevelName;
  readonly labelTh: string;
  readonly labelEn: string;
  readonly isAcceptable: boolean;
  readonly needsPlan: boolean;
};

export type MitigationToSubmit = {
  readonly id: string;
  readonly sortOrder: number;
  readonly strategy: 'TREAT' | 'TRANSFER' | 'TAKE' | 'TERMINATE';
  readonly status: StoredStatus;
  readonly ownerUnitId: string | null;
  readonly ownerPositionId: string | null;
};

export type RiskToSubmit = {
  readonly id: string;
  readonly code: string;
  readonly titleTh: string;
  readonly level: RiskLevelName | 'UNASSESSED';
  readonly responsibleUnitId: string | null;
  readonly corruptionTypes: readonly string[];
  readonly itaArea: ItaAreaName | null;
  readonly currentAssessmentId: string | null;
  readonly causes: readonly { readonly textTh: string }[];
  readonly assessments: readonly AssessmentRecord[];
  readonly mitigations: readonly MitigationToSubmit[];
  readonly acceptances: readonly AcceptanceRecord[];
};

/** Areas of the centre's bribery form. */
export type ItaAreaName = ItaArea;

export type RegisterToSubmit = {
  /** Areas that the register declares free of risk, with the reason. */
  readonly areasWithoutRisk: readonly { readonly area: ItaAreaName }[];
  readonly fiscalYear: number;
  /** Null while a register that was taken from a document has no assessment. */
  readonly method: { readonly id: string; readonly levels: readonly LevelRule[] } | null;
  readonly risks: readonly RiskToSubmit[];
};

export type SubmissionProblemCode =
  | 'REGISTER_WITHOUT_RISKS'
  | 'AREA_UNANSWERED'
  | 'AREA_ANSWERED_TWICE'
  | 'RISK_WITHOUT_EVENT'
  | 'RISK_WITHOUT_UNIT'
  | 'RISK_WITHOUT_CORRUPTION_TYPE'
  | 'RISK_WITHOUT_ITA_AREA'
  | 'RISK_WITHOUT_CAUSES'
  | 'RISK_UNASSESSED'
  | 'RISK_WITHOUT_INHERENT_ASSESSMENT'
  | 'RISK_ASSESSED_BY_OTHER_METHOD'
  | 'RESIDUAL_ABOVE_INHERENT'
  | 'RISK_WITHOUT_MEASURE'
  | 'RISK_WITHOUT_ACTIONS_TAKEN'
  | 'TAKE_WITHOUT_ACCEPTANCE'
  | 'MITIGATION_WITHOUT_OWNER';

/** One thing that keeps a register from being submitted, named by its path in the register; `nodeId` is null when it is the register itself. */
export type SubmissionProblem = FieldProblem & {
  readonly code: SubmissionProblemCode;
  readonly nodeId: string | null;
};
