/** The part of our schema that the workloads ask for, written by hand as an Apollo server's is. */
export const typeDefs = `#graphql
  scalar Date
  scalar Decimal
  scalar FiscalYear

  enum CurrentRiskLevel { UNASSESSED LOW MEDIUM HIGH EXTREME }
  enum AssessmentPhase { INHERENT RESIDUAL TARGET }
  enum MitigationStatus { PLANNED IN_PROGRESS OVERDUE DONE CANCELLED }
  enum SortDirection { ASC DESC }
  enum RiskOrderField { code score }
  enum RiskGroupKey { processArea level }
  enum CentreGrouping { AGENCY }

  interface Node { id: ID! }

  type Agency {
    id: ID!
    code: String!
    nameTh: String!
    plans(first: Int!): PlanConnection!
    risks(first: Int!): RiskConnection!
    delegationOrders(first: Int!): DelegationOrderConnection!
  }

  type Risk implements Node {
    id: ID!
    code: String!
    titleTh: String!
    titleEn: String
    level: CurrentRiskLevel!
    score: Int
    likelihood: Int
    impact: Int
    version: Int!
    agency: Agency!
    mitigations: [Mitigation!]!
  }

  type Mitigation { measureTh: String! status: String! progressPercent: Int! dueOn: Date! }
  type Plan { titleTh: String! projects(first: Int!): ProjectConnection! }
  type Project { titleTh: String! printedCode: String }
  type DelegationOrder { orderNo: String! year: Int! powers: [DelegatedPower!]! }
  type DelegatedPower { verb: String! processArea: String! ceilingAmount: Decimal delegator: Position! delegate: Position! }
  type Position { titleTh: String! }
  type Assessment { level: CurrentRiskLevel! score: Int! }

  type RiskConnection { totalCount: Int! edges: [RiskEdge!]! }
  type RiskEdge { node: Risk! }
  type PlanConnection { edges: [PlanEdge!]! }
  type PlanEdge { node: Plan! }
  type ProjectConnection { edges: [ProjectEdge!]! }
  type ProjectEdge { node: Project! }
  type DelegationOrderConnection { edges: [DelegationOrderEdge!]! }
  type DelegationOrderEdge { node: DelegationOrder! }

  type RiskLevelCounts { key: String! nameTh: String total: Int! unassessed: Int! low: Int! medium: Int! high: Int! extreme: Int! }
  type MitigationProgress { key: String! total: Int! done: Int! overdue: Int! cancelled: Int! averageProgressPercent: Float! }
  # Its totals are about every agency there is: all that it knows is made to measure with.
  input CentreFilter { includeSamples: Boolean }
  type Centre {
    riskLevels(fiscalYear: FiscalYear!, groupBy: CentreGrouping!, filter: CentreFilter): [RiskLevelCounts!]!
    mitigationProgress(fiscalYear: FiscalYear!, groupBy: CentreGrouping!, filter: CentreFilter): [MitigationProgress!]!
  }

  type RiskGroupKeys { processArea: String level: CurrentRiskLevel }
  type RiskGroupNumbers { score: Float }
  type RiskGroup { keys: RiskGroupKeys! count: Int! avg: RiskGroupNumbers! }
  type RiskGroups { groups: [RiskGroup!]! }

  input StringFilter { eq: String }
  input AgencyWhere { code: StringFilter }
  input CurrentRiskLevelFilter { in: [CurrentRiskLevel!] }
  input FiscalYearFilter { eq: FiscalYear }
  input DateFilter { lte: Date }
  input MitigationStatusFilter { in: [MitigationStatus!] }
  input MitigationWhere { status: MitigationStatusFilter dueOn: DateFilter }
  input MitigationsWhere { none: MitigationWhere }
  input RiskWhere { agency: AgencyWhere fiscalYear: FiscalYearFilter level: CurrentRiskLevelFilter mitigations: MitigationsWhere }
  input RiskOrder { field: RiskOrderField! direction: SortDirection! }

  input AssessRiskInput {
    riskId: ID!
    expectedVersion: Int!
    phase: AssessmentPhase!
    likelihood: Int!
    impact: Int!
    justificationTh: String!
  }
  type AssessRiskPayload { risk: Risk! assessment: Assessment! }

  type Query {
    node(id: ID!): Node
    risks(first: Int!, where: RiskWhere, orderBy: [RiskOrder!]): RiskConnection!
    risksGrouped(groupBy: [RiskGroupKey!]!, where: RiskWhere, first: Int!): RiskGroups!
    agency(code: String!): Agency
    centre: Centre!
  }
  type Mutation { assessRisk(input: AssessRiskInput!): AssessRiskPayload! }
`;
