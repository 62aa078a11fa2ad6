export const workloadNames = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'] as const;
export type WorkloadName = (typeof workloadNames)[number];

/** What changes from one request of a workload to the next. */
export type Variables = {
  readonly Q1: { readonly riskId: string };
  readonly Q2: { readonly agencyCode: string };
  readonly Q3: { readonly agencyCode: string };
  readonly Q4: { readonly fiscalYear: number };
  readonly Q5: {
    readonly riskId: string;
    readonly expectedVersion: number;
    readonly likelihood: number;
    readonly impact: number;
    readonly justification: string;
  };
};

export type Workload = {
  readonly title: string;
  /** How many times as fast as PostGraphile and as the hand-written SQL our server is meant to be. */
  readonly targets: { readonly postgraphile: number; readonly sql: number };
  /** How many times as long as others its rounds last. */
  readonly times: number;
};

export const workloads: Readonly<Record<WorkloadName, Workload>> = {
  Q1: { title: 'a risk by id, with agency and mitigations', targets: { postgraphile: 1.6, sql: 0.4 }, times: 1 },
  Q2: {
    title: 'first 20 HIGH and EXTREME risks of an agency by score, with mitigations and the total',
    targets: { postgraphile: 1.5, sql: 0.5 },
    times: 1,
  },
  Q3: {
    title: 'an agency: plan with 20 projects, 10 risks with mitigations, 5 orders with powers',
    targets: { postgraphile: 1.2, sql: 0.5 },
    times: 1,
  },
  Q4: {
    title: 'the centre: risks by level and progress of mitigations, per agency, for a year',
    targets: { postgraphile: 3, sql: 0.9 },
    times: 1,
  },
  Q5: {
    title: 'assess a risk: one audited transaction',
    targets: { postgraphile: 1.5, sql: 0.6 },
    // As long as findings are gathered: each agency's are then refreshed once a round, as they are when acts never stop.
    times: 3,
  },
};

/** The assessment of a visit: another level every time, the same for every server. */
export const assessmentOf = (visit: number): { likelihood: number; impact: number; justification: string } => ({
  likelihood: 1 + ((visit * 3 + 1) % 5),
  impact: 1 + ((visit * 2 + 3) % 5),
  justification: 'ทบทวนหลังดำเนินมาตรการจัดการความเสี่ยงตามแผนแล้ว',
});
