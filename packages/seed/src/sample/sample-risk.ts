import type { RecordStatus } from '@registry/prisma/generated/client/enums.ts';
import type { RegisterYear } from '../reference/sample-agencies.ts';
import type { RiskLevelName } from '../rows/method.logic.ts';
import type { RiskTemplate } from './risk-template.ts';

/** A risk of a register as other parts need to know it. */
export type SampleRisk = {
  id: string;
  code: string;
  fiscalYear: RegisterYear;
  registerStatus: RecordStatus;
  template: RiskTemplate;
  /** Level shown now; null while unassessed. */
  level: RiskLevelName | null;
};
