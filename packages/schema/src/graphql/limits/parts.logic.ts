/**
 * The most parts that a record may have, each number in one place: writes refuse more, growing lists show the newest, and costs are
 * estimated by them.
 */
export const most = {
  oversightOfAgency: 50,
  unitsOfAgency: 300,
  positionsOfAgency: 500,
  statutoryPowersOfPosition: 200,
  statutoryPowersOfAgency: 1_000,
  actingAppointmentsOfAgency: 1_000,
  yearsOfPlan: 10,
  /** Fiscal years that one question of the centre compares. */
  yearsOfQuestion: 20,
  statementsOfPlan: 100,
  stepsOfProject: 100,
  subStepsOfProject: 200,
  /** Target groups, indicators, responsible units. */
  partsOfProject: 50,
  valuesOfReport: 50,
  evidenceOfReport: 20,
  /** Projects of a plan or risks of a register, as a year report tells of them. */
  itemsOfReport: 500,
  submissionsOfPlan: 100,
  guidelinesOfIndicator: 50,
  resultsOfIndicator: 100,
  partsOfResult: 50,
  itemsOfQuadrant: 100,
  linksOfSwotItem: 50,
  risksOfRegister: 500,
  /** Causes, controls, mitigations, types of corruption, process areas, SWOT items, powers. */
  partsOfRisk: 50,
  levelsOfMethod: 4,
  stepsOfScale: 10,
  riskMethods: 50,
  itaRuleSets: 20,
  integrityTargets: 500,
  oitTopics: 100,
  itaRounds: 40,
  itemsOfOitChecklist: 100,
  instrumentsOfRuleSet: 3,
  indicatorsOfRuleSet: 20,
  gradesOfRuleSet: 20,
  respondentTables: 20,
  rowsOfRespondentTable: 30,
  yearsOfItaTrend: 20,
  measuresOfLibraryRisk: 30,
  linesOfOrder: 200,
  ordersSuperseded: 50,
  usesOfReport: 100,
  itemsCommented: 250,
  /** What only the source documents bring: figures as printed, notes, measures and their parts. */
  transcribed: 100,
  inferredFields: 20,
  /** Dimensions of a framework, missions of a dimension, sub-missions of a mission. */
  partsOfFramework: 10,
  channelsOfEntry: 12,
  /** Values of an enum; the largest is that of the kinds of rows that are audited. */
  valuesOfEnum: 250,
  trustedDocuments: 5_000,
  fieldsOfTrustedDocument: 3_000,
  clientsOfTrustedDocument: 20,
  daysOfTrustedDocument: 90,
  queriesOfPerson: 500,
  versionsOfSavedQuery: 100,
  legalClocks: 50,
  documentRules: 200,
  /** Lists that grow by themselves show the newest, or the gravest: pages of the whole are elsewhere. */
  assessmentsShown: 100,
  acceptancesShown: 50,
  statusChangesShown: 100,
  findingsShown: 250,
  agenciesOfFinding: 20,
  problemsShown: 250,
  changesShown: 500,
  reportsShown: 120,
  conflictsShown: 250,
  stepsOfAuthority: 50,
  /** The powers of all positions together, and the steps by which they got them: a larger answer is refused. */
  powersHeldInAgency: 5_000,
  stepsHeldInAgency: 20_000,
} as const;

/** Parts of parts of a record are bounded for the record as a whole. */
export const quartersOfYear = 4;
