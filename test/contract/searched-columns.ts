/**
 * Texts of agencies that no search of records looks into, each with its reason. What is not here is a column of `app.search_source`
 * (docs/decisions/0049).
 */

/** In whichever table they stand. */
export const NOT_SEARCHED: Readonly<Record<string, string>> = {
  sourceDocument: 'names a document of the import',
  sourceSection: 'a place in a document of the import',
  inferred: 'names of fields',
  evidenceUrls: 'addresses of evidence',
  publicationAddress: 'where it is published; searched of what agencies make public, which is little else',
};

const PART = 'a part, which is read with its record and found by what that is called';
const REFERENCE = 'a list of the agency that is chosen from by name, in its own pages';
const FIGURE = 'figures, as they are printed';
const INNER = 'kept by the registry for itself';
const REMARK = 'a remark on a record, which is found by what that is called';

/** Of a table: all its texts, or some of them by name. */
export const notSearchedOf: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  Acceptance: REMARK,
  ActingAppointment: 'searched in its own list, by its words as they are',
  AreaWithoutRisk: REMARK,
  Assessment: REMARK,
  AuditEntry: 'the trail is searched by who, what and when',
  BudgetLine: FIGURE,
  Control: PART,
  Declaration: { textAddress: 'the address of its text' },
  DelegationChain: PART,
  DelegationDuty: PART,
  DelegationMeasure: PART,
  DelegationOrder: { announcedThrough: 'how it was announced', announcementAddress: 'an address' },
  Edition: 'searched in its own list; its record is found by its own words',
  Finding: {
    printed: FIGURE,
    computed: FIGURE,
    dismissalReason: 'read by those who may dismiss it, and not by all readers of the finding',
    ruleKey: INNER,
  },
  GuidelineResult: { unit: 'the unit of a figure', unitTh: 'the unit of a figure' },
  Indicator: PART,
  IntegrityActivity: { percentPrinted: FIGURE },
  IntegrityTarget: 'a handful that is shown whole, the same to everybody',
  Invitation: 'a person, whom administrators alone see',
  ItaAssessment: { totalPrinted: FIGURE, gradeCode: 'a code of its rules', announcementUrl: 'an address' },
  ItaIndicatorScore: FIGURE,
  ItaInstrumentScore: FIGURE,
  ItaRespondentRow: FIGURE,
  ItaRespondentTable: FIGURE,
  LibraryResponse: 'searched in its own list by the risk of the library that it answers',
  Mitigation: { cancelReasonTh: REMARK },
  MonthlyReport: REMARK,
  PlanStatement: PART,
  PlanSubmission: 'searched in its own list, by its words as they are',
  Position: REFERENCE,
  PowerUse: REMARK,
  PrintedFigure: FIGURE,
  ProgressReport: REMARK,
  Project: { periodPrinted: FIGURE, responsiblePrinted: 'names units, by which projects are filtered' },
  ProjectNote: PART,
  ProjectStep: PART,
  ReviewComment: REMARK,
  RiskCause: PART,
  SavedQuery: 'searched among questions, not among records',
  SavedQueryRun: INNER,
  SavedQueryVersion: INNER,
  SearchText: 'the words themselves',
  ServiceKey: 'a program, which administrators alone list',
  StatusChange: REMARK,
  StatutoryPower: PART,
  TargetGroup: PART,
  Unit: REFERENCE,
  YearReportMeasure: PART,
  YearReportValue: PART,
};
