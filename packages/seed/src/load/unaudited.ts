import type { Prisma } from '@registry/prisma/generated/client/client.ts';

/** The tables that load data fills, and the triggers of each that it does the work of. */
const triggersOfTable = {
  Unit: ['audit', 'disclose'],
  Position: ['audit', 'disclose'],
  StatutoryPower: ['audit', 'disclose'],
  Plan: ['audit', 'disclose'],
  Project: ['audit', 'disclose'],
  BudgetLine: ['audit', 'disclose'],
  RiskRegister: ['audit', 'disclose'],
  Risk: ['audit', 'disclose'],
  Assessment: ['audit', 'disclose', 'show_current_assessment'],
  Mitigation: ['audit', 'disclose'],
  DelegationOrder: ['audit', 'disclose'],
  DelegatedPower: ['audit', 'disclose'],
} as const;

export const loadedTables = [...Object.keys(triggersOfTable), 'RegisterSummary', 'RegisterDueDay'];

/**
 * Runs a load with the audit and derivation triggers of its tables off. Load data is made up by the thousand to measure with, and is
 * not audited: one chained entry per row would make the trail the thing that is measured. What the other triggers derive (disclosure,
 * current level) the load's statements write themselves; those that keep the summaries of registers stay on. Turning a trigger off is
 * part of the transaction and locks the table against other writers until it ends, so nobody else's change can slip past the audit,
 * and a crash leaves the triggers on.
 */
export async function withoutAudit(tx: Prisma.TransactionClient, load: () => Promise<number>): Promise<number> {
  await switchTriggers(tx, 'DISABLE');
  const rows = await load();
  await switchTriggers(tx, 'ENABLE');
  return rows;
}

async function switchTriggers(tx: Prisma.TransactionClient, state: 'DISABLE' | 'ENABLE'): Promise<void> {
  for (const [table, triggers] of Object.entries(triggersOfTable)) {
    const clauses = triggers.map((trigger) => `${state} TRIGGER "${trigger}"`);
    await tx.$executeRawUnsafe(`ALTER TABLE "${table}" ${clauses.join(', ')}`);
  }
}
