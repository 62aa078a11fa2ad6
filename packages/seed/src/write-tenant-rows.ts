import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { seedAccountId } from './seed-account.ts';
import type { TenantRows } from './tenant-rows.ts';

/** Acts under which the seed appears in the audit trail. */
export type SeedAct = 'loadDocuments' | 'loadSampleCity';

const ROWS_PER_STATEMENT = 400;

/** Writes one agency's rows, under that agency's scope like any other writer, parents before their parts. */
export async function writeTenantRows(tx: Prisma.TransactionClient, agencyId: string, act: SeedAct, rows: TenantRows): Promise<number> {
  await tx.$queryRaw`SELECT set_config('app.agency', ${agencyId}, true), set_config('app.account', ${seedAccountId}, true),
    set_config('app.act', ${act}, true)`;
  let written = 0;
  const add = async <Row>(entries: Row[], createMany: (args: { data: Row[] }) => Promise<{ count: number }>): Promise<void> => {
    for (let start = 0; start < entries.length; start += ROWS_PER_STATEMENT) {
      written += (await createMany({ data: entries.slice(start, start + ROWS_PER_STATEMENT) })).count;
    }
  };
  await add(rows.unit, (args) => tx.unit.createMany(args));
  await add(rows.position, (args) => tx.position.createMany(args));
  await add(rows.statutoryPower, (args) => tx.statutoryPower.createMany(args));
  await add(rows.plan, (args) => tx.plan.createMany(args));
  await add(rows.planStatement, (args) => tx.planStatement.createMany(args));
  await add(rows.printedFigure, (args) => tx.printedFigure.createMany(args));
  await add(rows.project, (args) => tx.project.createMany(args));
  await add(rows.projectStep, (args) => tx.projectStep.createMany(args));
  await add(rows.targetGroup, (args) => tx.targetGroup.createMany(args));
  await add(rows.budgetLine, (args) => tx.budgetLine.createMany(args));
  await add(rows.indicator, (args) => tx.indicator.createMany(args));
  await add(rows.projectUnit, (args) => tx.projectUnit.createMany(args));
  await add(rows.projectNote, (args) => tx.projectNote.createMany(args));
  await add(rows.progressReport, (args) => tx.progressReport.createMany(args));
  await add(rows.progressIndicatorValue, (args) => tx.progressIndicatorValue.createMany(args));
  await add(rows.delegationOrder, (args) => tx.delegationOrder.createMany(args));
  await add(rows.delegatedPower, (args) => tx.delegatedPower.createMany(args));
  await add(rows.monthlyReport, (args) => tx.monthlyReport.createMany(args));
  await add(rows.powerUse, (args) => tx.powerUse.createMany(args));
  await add(rows.riskRegister, (args) => tx.riskRegister.createMany(args));
  await add(rows.risk, (args) => tx.risk.createMany(args));
  await add(rows.riskCause, (args) => tx.riskCause.createMany(args));
  await add(rows.assessment, (args) => tx.assessment.createMany(args));
  await add(rows.control, (args) => tx.control.createMany(args));
  await add(rows.mitigation, (args) => tx.mitigation.createMany(args));
  await add(rows.acceptance, (args) => tx.acceptance.createMany(args));
  await add(rows.riskPower, (args) => tx.riskPower.createMany(args));
  await add(rows.swotAnalysis, (args) => tx.swotAnalysis.createMany(args));
  await add(rows.swotItem, (args) => tx.swotItem.createMany(args));
  await add(rows.swotItemRisk, (args) => tx.swotItemRisk.createMany(args));
  await add(rows.swotItemProject, (args) => tx.swotItemProject.createMany(args));
  await add(rows.delegationMeasure, (args) => tx.delegationMeasure.createMany(args));
  await add(rows.delegationChain, (args) => tx.delegationChain.createMany(args));
  await add(rows.delegationDuty, (args) => tx.delegationDuty.createMany(args));
  await add(rows.finding, (args) => tx.finding.createMany(args));
  return written;
}
