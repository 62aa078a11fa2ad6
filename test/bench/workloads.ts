import type { ServerName } from './server-names.ts';

export const workloadNames = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'G1', 'F1', 'S1', 'T1'] as const;
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
  readonly G1: { readonly fiscalYear: number };
  readonly F1: { readonly agencyCode: string; readonly dueBy: string };
  readonly S1: { readonly agencyCode: string; readonly text: string };
  readonly T1: { readonly riskId: string; readonly moment: string };
};

/** Workloads that a server takes no part in: a search and a history of its own would be another program's, not what most people set up. */
const satOut: Partial<Record<ServerName, readonly WorkloadName[]>> = { apollo: ['S1', 'T1'] };

export const takesPart = (server: ServerName, workload: WorkloadName): boolean => !satOut[server]?.includes(workload);

/** Workloads that change nothing. */
export type Reading = Exclude<WorkloadName, 'Q5'>;

export type Workload = {
  readonly title: string;
  /** How many times as fast as PostGraphile and as the hand-written SQL our server is meant to be. */
  readonly targets: { readonly postgraphile: number; readonly sql: number };
  /** How many times as long as others its rounds last. */
  readonly times: number;
  /** How many times as long it may take in a registry of more agencies: no more than so often, or no more than there are more of them. */
  readonly growth: number | 'as the agencies';
};

const once = { times: 1, growth: 1.3 } as const;

export const workloads: Readonly<Record<WorkloadName, Workload>> = {
  Q1: { title: 'a risk by id, with agency and mitigations', targets: { postgraphile: 1.6, sql: 0.4 }, ...once },
  Q2: {
    title: 'first 20 HIGH and EXTREME risks of an agency by score, with mitigations and the total',
    targets: { postgraphile: 1.5, sql: 0.5 },
    ...once,
  },
  Q3: {
    title: 'an agency: plan with 20 projects, 10 risks with mitigations, 5 orders with powers',
    targets: { postgraphile: 1.2, sql: 0.5 },
    ...once,
  },
  Q4: {
    title: 'the centre: risks by level and progress of mitigations, per agency, for a year',
    targets: { postgraphile: 3, sql: 0.9 },
    times: 1,
    growth: 'as the agencies',
  },
  Q5: {
    title: 'assess a risk: one audited transaction',
    targets: { postgraphile: 1.5, sql: 0.6 },
    ...once,
    // As long as findings are gathered: each agency's are then refreshed once a round, as they are when acts never stop.
    times: 3,
  },
  G1: {
    title: 'the centre: risks of a year by process area and level, with their average score',
    targets: { postgraphile: 1, sql: 0.5 },
    times: 1,
    growth: 'as the agencies',
  },
  F1: {
    title:
      'first 20 HIGH and EXTREME risks of an agency without a live mitigation due within half a year, and the total',
    targets: { postgraphile: 1, sql: 0.5 },
    ...once,
  },
  S1: {
    title: 'search the risks of an agency for the words of a title, Thai or English: first 20, and the total',
    targets: { postgraphile: 1.5, sql: 0.6 },
    times: 1,
    growth: 2,
  },
  T1: {
    title: 'a risk by id, with agency and mitigations, as of a moment before it was last assessed',
    targets: { postgraphile: 1, sql: 0.5 },
    ...once,
  },
};

/** The assessment of a visit: another level every time, the same for every server. */
export const assessmentOf = (visit: number): { likelihood: number; impact: number; justification: string } => ({
  likelihood: 1 + ((visit * 3 + 1) % 5),
  impact: 1 + ((visit * 2 + 3) % 5),
  justification: 'ทบทวนหลังดำเนินมาตรการจัดการความเสี่ยงตามแผนแล้ว',
});
