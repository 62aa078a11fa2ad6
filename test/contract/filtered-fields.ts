type Omitted = Readonly<Record<string, string>>;

/** What records show and no filter asks about, whatever the type, with the reason. */
export const NEVER_FILTERED: Omitted = {
  id: 'whoever has the id of a record asks for it by `node`',
};

const PARTS: Omitted = { version: 'counts the changes of all parts, and is worked out' };

/** The same of single types. */
export const notFiltered: Readonly<Record<string, Omitted>> = {
  AuditEntry: {
    hash: 'seals the entry',
    seq: 'the place in the chain of its agency',
    reason: 'hidden from the auditor',
    role: 'hidden where the role is not one of its agency',
  },
  DelegationOrder: PARTS,
  Plan: PARTS,
  Risk: {
    powers: 'linked in a table of its own; ask for the orders',
    swotItems: 'linked in a table of its own; ask for the analyses',
  },
  RiskRegister: PARTS,
  SwotAnalysis: PARTS,
};
