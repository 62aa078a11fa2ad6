type Omitted = Readonly<Record<string, string>>;

/** Columns of no record's content, whatever the model, each with its reason. */
export const OF_THE_DATABASE: Omitted = {
  agencyId: 'the agency stands in the content by its code',
  disclosure: 'follows from the status',
  version: 'counts changes',
  createdAt: 'when a row was written says nothing of the record',
  updatedAt: 'when a row was written says nothing of the record',
  sortOrder: 'shown by the order alone',
};

const WITHOUT_ID: Omitted = { id: 'items of the list are told apart by what they say' };
const FROM_DOCUMENT: Omitted = {
  inferred: 'how the document was read, which is no statement of the agency',
  sourceDocument: 'where the registry took it from',
  sourceSection: 'where the registry took it from',
};
const ORIGIN: Omitted = { origin: 'the record says where it comes from as a whole' };
const STATE: Omitted = {
  status: 'the edition is what was published, whatever becomes of the record',
  isAmendment: 'follows from the status',
  isImported: 'what the centre has approved is no longer imported',
};
const NOTE: Omitted = {
  noteTh: 'what was noticed in reading the document',
  noteEn: 'what was noticed in reading the document',
};

/** What an edition leaves out: a whole model, or columns of it, each with its reason. */
export const unpublished: Readonly<Record<string, string | Omitted>> = {
  Plan: {
    ...FROM_DOCUMENT,
    ...STATE,
    ...NOTE,
    printedTitle: 'as the document prints it',
    copiedFromId: 'which plan it was begun from',
  },
  PlanStatement: WITHOUT_ID,
  PrintedFigure: 'what a document prints beside what the entries add up to',
  Project: {
    ...FROM_DOCUMENT,
    ...ORIGIN,
    copiedFromId: 'which project it was begun from',
    periodPrinted: 'as the document prints it',
    printedTitle: 'as the document prints it',
    responsiblePrinted: 'as the document prints it',
  },
  ProjectStep: WITHOUT_ID,
  ProjectNote: 'what was noticed in reading the document',
  TargetGroup: WITHOUT_ID,
  BudgetLine: {
    ...WITHOUT_ID,
    inferred: FROM_DOCUMENT.inferred ?? '',
    amountPrinted: 'as the document prints it',
    sheetAmount: 'as another page of the document prints it',
    sheetPrinted: 'as another page of the document prints it',
  },
  Indicator: {
    inferred: FROM_DOCUMENT.inferred ?? '',
    comparesWithPreviousYear: 'follows from the operator',
  },
  ProgressReport: 'reported in the course of the year, after the plan was published',
  ProgressIndicatorValue: 'reported in the course of the year, after the plan was published',
  DelegationMeasure: 'read from one document; agencies delegate by orders here, which are announced',
  DelegationChain: 'read from one document; agencies delegate by orders here, which are announced',
  DelegationDuty: 'read from one document; agencies delegate by orders here, which are announced',
  PlanSubmission: 'what was sent to the national system after the plan was approved',
  YearReport: STATE,
  YearReportItem: {
    progressReportId: 'from which quarterly report it was taken',
    takenVersion: 'from which quarterly report it was taken',
  },
  YearReportMeasure: { takenVersion: 'from which state of the mitigation it was taken' },
  SwotAnalysis: {
    ...STATE,
    sourceDocument: 'where the registry took it from',
    sourceSection: 'where the registry took it from',
  },
  SwotItem: { sourceSection: 'where the registry took it from' },
  SwotItemProject: 'points to a plan that is published on its own, or not',
  SwotItemRisk: 'points to a register that is published on its own, or not',
  RiskRegister: {
    ...STATE,
    ...NOTE,
    carriedFromId: 'which register it was begun from',
    sourceDocument: 'where the registry took it from',
    sourceSection: 'where the registry took it from',
  },
  Risk: {
    ...FROM_DOCUMENT,
    ...ORIGIN,
    noteTh: 'what was noticed in reading the document',
    unitInferred: 'how the document was read, which is no statement of the agency',
    carriedFromId: 'which risk it continues',
    currentAssessmentId: 'stands by its level, score, likelihood and impact',
    fiscalYear: 'that of the register',
  },
  RiskCause: WITHOUT_ID,
  Assessment: 'stands by the level that it gives to the risk; the grounds are for the agency and the centre',
  Control: ORIGIN,
  Mitigation: {
    ...ORIGIN,
    fiscalYear: 'that of the register',
    projectId: 'points to a plan that is published on its own, or not',
  },
  Acceptance: { ...ORIGIN, acceptedById: 'an edition names no accounts' },
  AreaWithoutRisk: { id: 'told apart by the area' },
  RiskPower: 'points to an order that is announced on its own, or not',
};
