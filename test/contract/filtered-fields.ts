type Omitted = Readonly<Record<string, string>>;

const PARTS: Omitted = { version: 'counts the changes of all parts, and is worked out' };

/** What records show and no filter asks about, with the reason. */
export const notFiltered: Readonly<Record<string, Omitted>> = {
  AuditEntry: {
    hash: 'seals the entry',
    seq: 'the place in the chain of its agency',
    reason: 'hidden from the auditor',
    role: 'hidden where the role is not one of its agency',
  },
  DelegationOrder: PARTS,
  ItaAssessment: {
    respondentTables: 'shown whole, with what the rows add up to; nobody looks for a result by who answered',
  },
  OitItem: { address: 'that of an edition without an announcement is worked out' },
  Plan: PARTS,
  RiskRegister: PARTS,
  SavedQueryRun: { accountId: 'accounts are named where they act; what else they do is not asked' },
  SwotAnalysis: PARTS,
  YearReport: PARTS,
};
