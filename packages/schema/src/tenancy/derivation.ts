import type { Scope } from './scope.ts';

/** Records that own others: whoever changes a part of one holds it, so that it cannot be submitted or closed meanwhile. */
export type OwningModel = 'Plan' | 'SwotAnalysis' | 'RiskRegister' | 'DelegationOrder';

/** Records that an act changed, by their ids. */
export type Changed = ReadonlyMap<string, OwningModel>;

/**
 * What is derived from records, in a table of its own, soon after an act has changed them. It is told of every act, and asked before a
 * statement reads the table: whoever reads sees what follows from all acts that were done before.
 */
export type Derivation = {
  readonly table: string;
  onActCommitted(agencyId: string, changed: Changed): void;
  /** Ends when the table is up to date for a scope; null when it is. */
  settled(scope: Scope): Promise<void> | null;
};

/**
 * Waits until what a statement reads is up to date; almost always there is nothing to wait for. Of what Prisma reads the text is not known:
 * it may be anything.
 */
export function upToDate(derivation: Derivation | null, text: string | null, scope: Scope): Promise<void> | null {
  if (!derivation) return null;
  return text === null || text.includes(`"${derivation.table}"`) ? derivation.settled(scope) : null;
}
