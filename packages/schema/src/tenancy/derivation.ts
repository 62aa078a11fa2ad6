import type { Scope } from './scope.ts';

const owningModels = ['Plan', 'SwotAnalysis', 'RiskRegister', 'YearReport', 'DelegationOrder'] as const;
const entryModels = [
  'IntegrityActivity',
  'Declaration',
  'GiftReport',
  'NoGiftStatement',
  'ItaAssessment',
  'Committee',
  'PublicItem',
  'Guideline',
  'GuidelineResult',
  'InternalAudit',
  'AuditObservation',
] as const;

/** Everything on which something may be found; instances tell each other of it by these names. */
export const checkedModels = [...owningModels, ...entryModels, 'OitItem'] as const;

/** Records that own parts: a change of a part locks the whole, so that it cannot be submitted or closed at the same time. */
export type OwningModel = (typeof owningModels)[number];

/** Entries of the integrity year: each has a version of its own, which covers its parts. */
export type EntryModel = (typeof entryModels)[number];

/** Everything on which something may be found. */
export type CheckedModel = (typeof checkedModels)[number];

/** Records that an act changed, by their ids. */
export type Changed = ReadonlyMap<string, CheckedModel>;

/**
 * A table that follows from acts, updated soon after them. It hears of every act and is asked before a statement reads the table, so that
 * readers see the effect of all acts before.
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
