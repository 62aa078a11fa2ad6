import type { LoadSession } from './session.ts';

/** The tables that load data fills, and the triggers of each that it does the work of. */
const triggersOfTable = {
  Agency: ['audit'],
  Oversight: ['audit', 'keep_oversight_apart'],
  Unit: ['audit', 'disclose'],
  Position: ['audit', 'disclose'],
  StatutoryPower: ['audit', 'disclose'],
  Plan: ['audit', 'disclose'],
  Project: ['audit', 'disclose', 'count_content'],
  BudgetLine: ['audit', 'disclose', 'count_content'],
  RiskRegister: ['audit', 'disclose'],
  Risk: ['audit', 'disclose', 'summarise_risk', 'count_content'],
  RiskCause: ['audit', 'disclose', 'count_content'],
  Control: ['audit', 'disclose', 'count_content'],
  Assessment: ['audit', 'disclose', 'show_current_assessment', 'count_content'],
  Mitigation: ['audit', 'disclose', 'summarise_mitigation', 'summarise_due_day', 'count_content'],
  StatusChange: ['audit', 'disclose', 'announce'],
  DelegationOrder: ['audit', 'disclose'],
  DelegatedPower: ['audit', 'disclose', 'count_content'],
  MonthlyReport: ['audit', 'disclose', 'count_content'],
} as const;

export const loadedTables = [...Object.keys(triggersOfTable), 'RegisterSummary', 'RegisterDueDay'];

/**
 * Runs a load with the audit and derivation triggers of its tables off. Load data is made up by the thousand to measure with, and is
 * not audited: one chained entry per row would make the trail the thing that is measured. What the other triggers derive (disclosure,
 * current level, summaries of registers) the load's statements write themselves. Turning a trigger off is part of the transaction and locks
 * the table against other writers until it ends, so nobody else's change can slip past the audit, and a crash leaves the triggers on.
 */
export async function withoutAudit(session: LoadSession, load: () => Promise<number>): Promise<number> {
  await switchTriggers(session, 'DISABLE');
  const rows = await load();
  // A table whose constraints are still to be checked cannot be altered.
  await session.ask('SET CONSTRAINTS ALL IMMEDIATE');
  await switchTriggers(session, 'ENABLE');
  return rows;
}

async function switchTriggers(session: LoadSession, state: 'DISABLE' | 'ENABLE'): Promise<void> {
  for (const [table, triggers] of Object.entries(triggersOfTable)) {
    const clauses = triggers.map((trigger) => `${state} TRIGGER "${trigger}"`);
    await session.ask(`ALTER TABLE "${table}" ${clauses.join(', ')}`);
  }
}
