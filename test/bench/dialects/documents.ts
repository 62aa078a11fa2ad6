/** The workloads as our own server, and the Apollo server of the same schema, are asked. */
export const documents = {
  Q1: `query Q1($id: ID!) {
    node(id: $id) {
      ... on Risk {
        code titleTh titleEn level score likelihood impact
        agency { code nameTh }
        mitigations { measureTh status progressPercent dueOn }
      }
    }
  }`,
  Q2: `query Q2($code: String!) {
    risks(first: 20, where: { agency: { code: { eq: $code } }, level: { in: [HIGH, EXTREME] } }, orderBy: [{ field: score, direction: DESC }]) {
      totalCount
      edges { node { code titleTh level score mitigations { measureTh status progressPercent } } }
    }
  }`,
  Q3: `query Q3($code: String!) {
    agency(code: $code) {
      nameTh
      plans(first: 1) { edges { node { titleTh projects(first: 20) { edges { node { titleTh printedCode } } } } } }
      risks(first: 10) { edges { node { code titleTh level mitigations { measureTh status } } } }
      delegationOrders(first: 5) {
        edges { node { orderNo year powers { verb processArea ceilingAmount delegator { titleTh } delegate { titleTh } } } }
      }
    }
  }`,
  Q4: `query Q4($year: FiscalYear!) {
    centre {
      riskLevels(fiscalYear: $year, groupBy: AGENCY, filter: { includeSamples: true }) { key nameTh total unassessed low medium high extreme }
      mitigationProgress(fiscalYear: $year, groupBy: AGENCY, filter: { includeSamples: true }) { key total done overdue cancelled averageProgressPercent }
    }
  }`,
  Q5: `mutation Q5($input: AssessRiskInput!) {
    assessRisk(input: $input) { risk { level score version } assessment { level score } }
  }`,
  G1: `query G1($year: FiscalYear!) {
    risksGrouped(groupBy: [processArea, level], where: { fiscalYear: { eq: $year } }, first: 100) {
      groups { keys { processArea level } count avg { score } }
    }
  }`,
  F1: `query F1($code: String!, $dueBy: Date!) {
    risks(
      first: 20
      where: {
        agency: { code: { eq: $code } }
        level: { in: [HIGH, EXTREME] }
        mitigations: { none: { status: { in: [PLANNED, IN_PROGRESS, OVERDUE] }, dueOn: { lte: $dueBy } } }
      }
      orderBy: [{ field: score, direction: DESC }]
    ) {
      totalCount
      edges { node { code titleTh level score } }
    }
  }`,
  S1: `query S1($text: String!) {
    search(text: $text, kinds: [RISK], first: 20) {
      totalCount
      edges { node { ... on Risk { code titleTh } } }
    }
  }`,
  T1: `query T1($id: ID!, $moment: DateTime!) {
    node(id: $id, asOf: $moment) {
      ... on Risk {
        code titleTh titleEn level score likelihood impact
        agency { code nameTh }
        mitigations { measureTh status progressPercent dueOn }
      }
    }
  }`,
} as const;
