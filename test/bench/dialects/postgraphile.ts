import type { Dialect } from '../dialect.ts';

const post = (query: string, variables: object) => ({ path: '/graphql', body: { query, variables } });

/** Fields of mitigations in the order of the risk; lists, because our own schema gives all of them as well. */
const mitigations = (fields: string) =>
  `mitigations: mitigationsByAgencyIdAndRiskIdList(orderBy: [SORT_ORDER_ASC]) { ${fields} }`;

const documents = {
  Q1: `query Q1($id: UUID!) {
    node: riskByRowId(rowId: $id) {
      code titleTh titleEn level score likelihood impact
      agency: agencyByAgencyId { code nameTh }
      ${mitigations('measureTh status: shownStatus progressPercent dueOn')}
    }
  }`,
  Q2: `query Q2($code: String!) {
    risks: allRisks(first: 20, filter: { agencyByAgencyId: { code: { equalTo: $code } }, level: { in: [HIGH, EXTREME] } }, orderBy: [SCORE_DESC, ROW_ID_ASC]) {
      totalCount
      edges { node { code titleTh level score ${mitigations('measureTh status: shownStatus progressPercent')} } }
    }
  }`,
  Q3: `query Q3($code: String!) {
    agency: agencyByCode(code: $code) {
      nameTh
      plans: plansByAgencyId(first: 1, orderBy: [FISCAL_YEAR_FROM_DESC, ROW_ID_ASC]) {
        edges { node { titleTh projects: projectsByAgencyIdAndPlanId(first: 20, orderBy: [SORT_ORDER_ASC, ROW_ID_ASC]) { edges { node { titleTh printedCode } } } } }
      }
      risks: risksByAgencyId(first: 10, orderBy: [CODE_ASC, ROW_ID_ASC]) {
        edges { node { code titleTh level ${mitigations('measureTh status: shownStatus')} } }
      }
      delegationOrders: delegationOrdersByAgencyId(first: 5, orderBy: [EFFECTIVE_FROM_DESC, ROW_ID_ASC]) {
        edges {
          node {
            orderNo year
            powers: delegatedPowersByAgencyIdAndOrderIdList(orderBy: [LINE_NO_ASC]) {
              verb processArea ceilingAmount
              delegator: positionByAgencyIdAndDelegatorId { titleTh }
              delegate: positionByAgencyIdAndDelegateId { titleTh }
            }
          }
        }
      }
    }
  }`,
  Q4: `query Q4($year: Int!) {
    riskLevels: benchRiskLevelsList(fiscalYear: $year) { key nameTh total unassessed low medium high extreme }
    mitigationProgress: benchMitigationProgressList(fiscalYear: $year) { key total done overdue cancelled averageProgressPercent }
  }`,
  Q5: `mutation Q5($input: BenchAssessRiskInput!) {
    assessRisk: benchAssessRisk(input: $input) {
      assessment: result { level score risk: riskByAgencyIdAndRiskId { level score version } }
    }
  }`,
  G1: `query G1($year: Int!) {
    allRisks(filter: { fiscalYear: { equalTo: $year } }) {
      groupedAggregates(groupBy: [PROCESS_AREA, LEVEL]) { keys count { rowId } average { score } }
    }
  }`,
  F1: `query F1($code: String!, $dueBy: Date!) {
    risks: allRisks(
      first: 20
      filter: {
        agencyByAgencyId: { code: { equalTo: $code } }
        level: { in: [HIGH, EXTREME] }
        mitigationsByAgencyIdAndRiskId: { none: { status: { in: [PLANNED, IN_PROGRESS] }, dueOn: { lessThanOrEqualTo: $dueBy } } }
      }
      orderBy: [SCORE_DESC, ROW_ID_ASC]
    ) {
      totalCount
      edges { node { code titleTh level score } }
    }
  }`,
  S1: `query S1($code: String!, $text: String!) {
    search: allRisks(
      first: 20
      filter: {
        agencyByAgencyId: { code: { equalTo: $code } }
        or: [{ titleTh: { includesInsensitive: $text } }, { titleEn: { includesInsensitive: $text } }]
      }
      orderBy: [FISCAL_YEAR_DESC, ROW_ID_ASC]
    ) {
      totalCount
      edges { node { code titleTh } }
    }
  }`,
  T1: `query T1($id: UUID!, $moment: Datetime!) {
    risks: benchRisksAsOfList(riskId: $id, moment: $moment) {
      code titleTh titleEn level score likelihood impact
      agency: agencyByAgencyId { code nameTh }
    }
    mitigations: benchMitigationsAsOfList(riskId: $id, moment: $moment) { measureTh status: shownStatus progressPercent dueOn }
  }`,
} as const;

const asItIs = (data: unknown) => data;

type Assessed = {
  readonly assessRisk: { readonly assessment: { level: string; score: number; risk: object } };
};

type Grouped = {
  readonly allRisks: {
    readonly groupedAggregates: readonly {
      keys: string[];
      count: { rowId: string };
      average: { score: string | null };
    }[];
  };
};

/** Groups with their keys by name, as they come: the plugin puts them in no order. */
const groupsIn = (data: unknown) => ({
  risksGrouped: {
    groups: (data as Grouped).allRisks.groupedAggregates.map(({ keys: [processArea, level], count, average }) => ({
      keys: { processArea, level },
      count: Number(count.rowId),
      avg: { score: average.score },
    })),
  },
});

type OfThePast = { readonly risks: readonly object[]; readonly mitigations: readonly object[] };

/** PostGraphile, in the names that it makes out of our tables; aliases bring the answer into our shape. */
export const postgraphile: Dialect = {
  Q1: { ask: ({ riskId }) => post(documents.Q1, { id: riskId }), read: asItIs },
  Q2: { ask: ({ agencyCode }) => post(documents.Q2, { code: agencyCode }), read: asItIs },
  Q3: { ask: ({ agencyCode }) => post(documents.Q3, { code: agencyCode }), read: asItIs },
  Q4: { ask: ({ fiscalYear }) => post(documents.Q4, { year: fiscalYear }), read: (data) => ({ centre: data }) },
  Q5: {
    ask: (variables) => post(documents.Q5, { input: { ...variables, phase: 'RESIDUAL' } }),
    read: (data) => {
      const { level, score, risk } = (data as Assessed).assessRisk.assessment;
      return { assessRisk: { risk, assessment: { level, score } } };
    },
  },
  G1: { ask: ({ fiscalYear }) => post(documents.G1, { year: fiscalYear }), read: groupsIn },
  T1: {
    ask: ({ riskId, moment }) => post(documents.T1, { id: riskId, moment }),
    read: (data) => {
      const { risks, mitigations } = data as OfThePast;
      return { node: risks[0] ? { ...risks[0], mitigations } : null };
    },
  },
  S1: { ask: ({ agencyCode, text }) => post(documents.S1, { code: agencyCode, text }), read: asItIs },
  F1: { ask: ({ agencyCode, dueBy }) => post(documents.F1, { code: agencyCode, dueBy }), read: asItIs },
};
