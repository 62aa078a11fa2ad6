type Reasons = Readonly<Record<string, string>>;

/** Columns of no type, each with its reason. */
export const NOT_SHOWN: Reasons = {
  disclosure: 'told by the status of its record',
  createdAt: 'a record is told by what happened to it, which has dates of its own',
};

const ACCOUNT = 'the name of the account is shown, not its id';
const STATUS = 'told by the status and by what may be done';
const TOLD = 'told by its own field';

/** Columns of a type that has no field for them, each with its reason. */
export const notShownOf: Readonly<Record<string, Reasons>> = {
  AuditEntry: {
    agencyId: TOLD,
    accountId: ACCOUNT,
    viaAccountId: ACCOUNT,
    entityId: TOLD,
    partOfId: TOLD,
    before: 'shown as changes, without what nobody but the record says',
    after: 'shown as changes, without what nobody but the record says',
    previousHash: 'the chain is checked by a command',
  },
  Finding: { ruleKey: TOLD, closedAs: TOLD, dismissedById: ACCOUNT },
  CrossAgencyFinding: { id: 'made anew whenever it is derived' },
  CrossAgencyEvidence: { id: 'made anew whenever it is derived', aboutId: TOLD },
  LibraryMeasure: { id: 'told apart by its place' },
  LibraryResponse: { accountId: ACCOUNT },
  StatusChange: { contentBefore: 'shown as changes of the content', accountId: ACCOUNT },
  ReviewComment: { itemId: TOLD },
  Edition: { accountId: ACCOUNT, announcementSignedById: TOLD },
  Plan: { isAmendment: STATUS, isImported: STATUS },
  RiskRegister: { isAmendment: STATUS, isImported: STATUS },
  SwotAnalysis: { isAmendment: STATUS, isImported: STATUS },
  YearReportMeasure: { mitigationStatus: TOLD },
  YearReport: { registerId: TOLD, isAmendment: STATUS, isImported: STATUS },
  Assessment: { methodId: TOLD, assessedById: ACCOUNT },
  Acceptance: { acceptedById: ACCOUNT },
  Mitigation: { fiscalYear: 'that of the register' },
  Membership: { accountId: ACCOUNT, grantedById: ACCOUNT, endedById: ACCOUNT },
  Invitation: {
    codeHash: 'the code is shown once, and nothing of it after',
    invitedById: ACCOUNT,
    acceptedById: ACCOUNT,
    withdrawnById: ACCOUNT,
  },
  ServiceKey: {
    accountId: ACCOUNT,
    secretHash: 'the secret is shown once, and nothing of it after but its end',
    formerHash: 'the secret is shown once, and nothing of it after but its end',
    keeperId: ACCOUNT,
    revokedById: ACCOUNT,
  },
  SavedQuery: { ownerId: ACCOUNT },
  SavedQueryVersion: { id: 'told apart by its number', agencyId: 'that of its query' },
};

/** Columns that nobody gives, whatever the record, each with its reason. */
const NOT_GIVEN: Reasons = {
  id: 'given by the registry',
  agencyId: 'the agency of whoever acts',
  disclosure: 'follows from the status',
  version: 'counts changes',
  createdAt: 'when it was written',
  updatedAt: 'when it was written',
  origin: 'entered by people',
  sourceDocument: 'read from a document by the seed',
  sourceSection: 'read from a document by the seed',
  inferred: 'read from a document by the seed',
  sortOrder: 'by its place in the list, which another act changes',
};

/** Columns of an entry that the steps of its life cycle write. */
const STEPS_OF_ENTRY: Reasons = {
  status: 'by the steps of its life cycle',
  publishedOn: 'by its publication',
  publicationChannels: 'by its publication',
  publicationAddress: 'by its publication',
};

type Written = { readonly by: readonly string[]; readonly not: Reasons };

/** The inputs that say what a record holds, and the columns that they do not take. */
export const written: Readonly<Record<string, Written>> = {
  Risk: {
    by: ['AddRiskInput', 'EditRiskInput'],
    not: {
      ...NOT_GIVEN,
      registerId: 'a risk stays in its register',
      fiscalYear: 'that of the register',
      unitInferred: 'false once somebody names the unit',
      level: 'by its assessments',
      score: 'by its assessments',
      likelihood: 'by its assessments',
      impact: 'by its assessments',
      currentAssessmentId: 'by its assessments',
      carriedFromId: 'carryForwardRiskRegister writes it',
    },
  },
  Committee: { by: ['AddCommitteeInput', 'EditCommitteeInput'], not: { ...NOT_GIVEN, ...STEPS_OF_ENTRY } },
  CommitteeMember: { by: ['CommitteeMemberInput'], not: { ...NOT_GIVEN, committeeId: 'stays with its committee' } },
  InternalAudit: {
    by: ['PlanInternalAuditInput', 'EditInternalAuditInput'],
    not: {
      ...NOT_GIVEN,
      ...STEPS_OF_ENTRY,
      heldFrom: 'noteInternalAuditHeld writes it',
      heldTo: 'noteInternalAuditHeld writes it',
    },
  },
  AuditObservation: {
    by: ['AddAuditObservationInput', 'EditAuditObservationInput'],
    not: {
      ...NOT_GIVEN,
      ...STEPS_OF_ENTRY,
      auditId: 'stays with its audit',
      number: 'by its place in the audit',
      followUp: 'reportAuditFollowUp writes it',
      actionTh: 'reportAuditFollowUp writes it',
      actionOn: 'reportAuditFollowUp writes it',
    },
  },
  PublicItem: { by: ['AddPublicItemInput', 'EditPublicItemInput'], not: { ...NOT_GIVEN, ...STEPS_OF_ENTRY } },
  IntegrityActivity: {
    by: ['AddIntegrityActivityInput', 'EditIntegrityActivityInput'],
    not: { ...NOT_GIVEN, ...STEPS_OF_ENTRY },
  },
  Control: { by: ['AddControlInput', 'EditControlInput'], not: { ...NOT_GIVEN, riskId: 'stays with its risk' } },
  Mitigation: {
    by: ['AddMitigationInput', 'EditMitigationInput'],
    not: {
      ...NOT_GIVEN,
      riskId: 'stays with its risk',
      fiscalYear: 'that of the register',
      progressPercent: 'reportMitigationProgress writes it',
      status: 'reported, completed or cancelled',
      doneOn: 'completeMitigation writes it',
      cancelReasonTh: 'cancelMitigation writes it',
    },
  },
  Project: {
    by: ['AddProjectInput', 'EditProjectInput'],
    not: {
      ...NOT_GIVEN,
      planId: 'a project stays in its plan',
      copiedFromId: 'copyProject and copyPlan write it',
      dimensionId: 'by its place',
      missionId: 'by its place',
      subMissionId: 'by its place',
      status: 'by its own acts',
      printedTitle: 'read from a document by the seed',
      periodPrinted: 'read from a document by the seed',
      responsiblePrinted: 'read from a document by the seed',
    },
  },
  Indicator: {
    by: ['IndicatorInput'],
    not: { ...NOT_GIVEN, projectId: 'stays with its project', comparesWithPreviousYear: 'follows from the operator' },
  },
  SwotItem: {
    by: ['AddSwotItemInput', 'EditSwotItemInput'],
    not: {
      ...NOT_GIVEN,
      analysisId: 'an item stays in its analysis',
      rank: 'by its place in the quadrant, which another act changes',
    },
  },
  DelegatedPower: {
    by: ['DelegatedPowerInput'],
    not: {
      ...NOT_GIVEN,
      orderId: 'a line stays in its order',
      lineNo: 'by its place in the list',
      revokedOn: 'by the order that takes it back',
      revokedByOrderId: 'by the order that takes it back',
    },
  },
};
