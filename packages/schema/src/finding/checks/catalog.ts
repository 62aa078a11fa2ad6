import { activityChecks } from './activity.ts';
import { dutyChecks, fundingChecks, powerChecks } from './agency.ts';
import type { CheckDomain } from './check.ts';
import { declarationChecks } from './declarations.ts';
import { giftChecks } from './gifts.ts';
import { internalAuditChecks } from './internal-audits.ts';
import { itaChecks } from './ita.ts';
import { oitChecks } from './oit.ts';
import { orderChecks } from './order.ts';
import { planChecks } from './plan.ts';
import { publicationChecks } from './publication.ts';
import { registerChecks } from './register.ts';
import { swotChecks } from './swot.ts';
import { briberyReportChecks, planReportChecks } from './year-reports.ts';

/** Everything that the registry checks by itself. */
export const checkDomains: readonly CheckDomain[] = [
  planChecks,
  swotChecks,
  registerChecks,
  orderChecks,
  fundingChecks,
  powerChecks,
  dutyChecks,
  itaChecks,
  declarationChecks,
  activityChecks,
  planReportChecks,
  briberyReportChecks,
  publicationChecks,
  giftChecks,
  internalAuditChecks,
  oitChecks,
];
