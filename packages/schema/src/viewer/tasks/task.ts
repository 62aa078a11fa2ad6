import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Role } from '../../base/viewer.logic.ts';
import type { RuleBasisName } from '../../graphql/rule-basis.ts';

export type TaskKind =
  | 'RECORD_TO_CORRECT'
  | 'COMMENT_TO_ANSWER'
  | 'RECORD_TO_SUBMIT'
  | 'RECORD_TO_PUBLISH'
  | 'RECORD_TO_REVIEW'
  | 'MITIGATION_DUE'
  | 'RISK_REVIEW_DUE'
  | 'ACCEPTANCE_ENDING'
  | 'MONTHLY_REPORT_DUE'
  | 'PROGRESS_REPORT_DUE'
  | 'YEAR_REPORT_DUE'
  | 'PLAN_SUBMISSION_DUE'
  | 'ORDER_ENDING'
  | 'FINDING_TO_RESOLVE'
  | 'DECLARATION_DUE'
  | 'ACKNOWLEDGEMENTS_DUE'
  | 'DECLARATION_TO_CONFIRM'
  | 'ACTIVITY_TO_RECORD'
  | 'PROCUREMENT_SUMMARY_DUE'
  | 'PUBLIC_ITEM_TO_RENEW'
  | 'GIFT_REPORT_DUE'
  | 'GIFT_REPORT_TO_CONFIRM'
  | 'INTERNAL_AUDIT_DUE'
  | 'AUDIT_FOLLOW_UP_DUE'
  | 'INTERNAL_AUDIT_TO_CONFIRM'
  | 'OIT_ITEMS_TO_ANSWER'
  | 'OIT_REVIEW_TO_APPEAL';

/** What a task can be about. */
export type SubjectType =
  | 'Plan'
  | 'SwotAnalysis'
  | 'RiskRegister'
  | 'YearReport'
  | 'ReviewComment'
  | 'Mitigation'
  | 'Risk'
  | 'DelegationOrder'
  | 'Project'
  | 'Finding'
  | 'Declaration'
  | 'IntegrityActivity'
  | 'PublicItem'
  | 'GiftReport'
  | 'InternalAudit'
  | 'AuditObservation'
  | 'OitItem';

/** Something that the viewer has to do, as it is shown. */
export type Task = {
  readonly kind: TaskKind;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly dueOn: Date | null;
  readonly basis: RuleBasisName;
  readonly basisTh: string;
  /** Type and id of the node that it is about. */
  readonly type: SubjectType;
  readonly id: string;
  readonly agencyId: string;
};

/** The tasks in an agency (null for the centre: in what is disclosed to it) on a day. */
export type AskedTasks = {
  readonly agencyId: string | null;
  readonly today: Date;
  /** The quarter that ended last, and when it is to be reported on. */
  readonly quarter: {
    readonly fiscalYear: number;
    readonly quarter: number;
    readonly endedOn: Date;
    readonly dueOn: Date;
  };
};

/** One kind of task, for the holders of one of the roles. */
export type TaskSource = {
  readonly kind: TaskKind;
  readonly roles: readonly Role[];
  readonly meaning: string;
  /** What requires it, and the source of that. */
  readonly basis: RuleBasisName;
  readonly basisTh: string;
  /** What is shown; `%1$s`, `%2$s` … are the words that `found` selects. */
  readonly titleTh: string;
  readonly titleEn: string;
  /** Selects a row for each task: `type`, `id`, `said` (the words), `dueOn` and `agencyId`. */
  readonly found: (asked: AskedTasks) => Prisma.Sql;
  /** Where a task brings a basis of its own: expressions over the rows of `found`. */
  readonly ownBasis?: { readonly basis: Prisma.Sql; readonly basisTh: Prisma.Sql };
};

/** What people call a year report of each kind. */
const namesOfReports = {
  SIX_MONTHS: ['รายงานผลตามแผนรอบ 6 เดือน', 'report on the plan after six months'],
  TWELVE_MONTHS: ['รายงานผลตามแผนรอบ 12 เดือน', 'report on the plan after twelve months'],
  BRIBERY_RISKS: ['รายงานผลการจัดการความเสี่ยงการรับสินบน', 'report on bribery risks'],
} as const;

const nameOfReport = (language: 0 | 1): Prisma.Sql =>
  Prisma.sql`(${JSON.stringify(Object.fromEntries(Object.entries(namesOfReports).map(([kind, names]) => [kind, names[language]])))}::jsonb ->> kind::text)`;

/** Plans, analyses, registers and reports of the scope side by side, with what people call them. */
export const records = ({ agencyId }: AskedTasks): Prisma.Sql => {
  const inScope = agencyId ? Prisma.sql`"agencyId" = ${agencyId}::uuid` : Prisma.sql`disclosure >= 1`;
  return Prisma.sql`
    SELECT 'Plan' AS type, id, "agencyId", status, "titleTh" AS "nameTh", coalesce("titleEn", "titleTh") AS "nameEn"
    FROM "Plan" WHERE ${inScope}
    UNION ALL
    SELECT 'SwotAnalysis', id, "agencyId", status, 'การวิเคราะห์ SWOT ปีงบประมาณ ' || "fiscalYear",
      'SWOT analysis of fiscal year ' || "fiscalYear" FROM "SwotAnalysis" WHERE ${inScope}
    UNION ALL
    SELECT 'RiskRegister', id, "agencyId", status, 'ทะเบียนความเสี่ยง ปีงบประมาณ ' || "fiscalYear",
      'risk register of fiscal year ' || "fiscalYear" FROM "RiskRegister" WHERE ${inScope}
    UNION ALL
    SELECT 'YearReport', id, "agencyId", status, ${nameOfReport(0)} || ' ปีงบประมาณ ' || "fiscalYear",
      ${nameOfReport(1)} || ' of fiscal year ' || "fiscalYear" FROM "YearReport" WHERE ${inScope}`;
};
