import type {
  Agency,
  DelegatedPower,
  DelegationOrder,
  Mitigation,
  Plan,
  Risk,
} from '@registry/prisma/generated/client/client.ts';
import type { Claims } from '../common.ts';
import type { Loaders } from './loaders.ts';
import type { ScopedClient } from './scoped-client.ts';

export type Context = { readonly claims: Claims; readonly db: ScopedClient; readonly loaders: Loaders };

type Page = { readonly first: number };
type RiskLevel = 'UNASSESSED' | 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME';
type MitigationStatus = 'PLANNED' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED';
type RiskWhere = {
  readonly agency?: { code?: { eq?: string } };
  readonly fiscalYear?: { eq?: number };
  readonly level?: { in?: RiskLevel[] };
  readonly mitigations?: { none?: { status?: { in?: (MitigationStatus | 'OVERDUE')[] }; dueOn?: { lte?: string } } };
};
type RisksArguments = Page & {
  readonly where?: RiskWhere;
  readonly orderBy?: readonly { field: 'code' | 'score'; direction: 'ASC' | 'DESC' }[];
};
type RisksGroupedArguments = Page & { readonly where?: RiskWhere; readonly groupBy: ('processArea' | 'level')[] };
type AssessRiskArguments = {
  readonly input: {
    readonly riskId: string;
    readonly expectedVersion: number;
    readonly phase: string;
    readonly likelihood: number;
    readonly impact: number;
    readonly justificationTh: string;
  };
};

const stored = (status: MitigationStatus | 'OVERDUE'): status is MitigationStatus => status !== 'OVERDUE';

/** Our filter in the words of Prisma; work that is overdue is kept as planned or in progress. */
const conditionsOf = ({ agency, fiscalYear, level, mitigations }: RiskWhere = {}) => {
  const { status, dueOn } = mitigations?.none ?? {};
  return {
    agency: { code: { equals: agency?.code?.eq } },
    fiscalYear: { equals: fiscalYear?.eq },
    level: { in: level?.in },
    ...(status?.in &&
      dueOn?.lte && {
        mitigations: { none: { status: { in: status.in.filter(stored) }, dueOn: { lte: new Date(dueOn.lte) } } },
      }),
  };
};

const edgesOf = <Row>(rows: readonly Row[]) => ({ edges: rows.map((node) => ({ node })) });
const idIn = (globalId: string): string => Buffer.from(globalId, 'base64url').toString('utf8').replace(/^.*:/, '');

const dayInBangkok = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

export const resolvers = {
  Node: { __resolveType: () => 'Risk' },
  Date: { serialize: (date: Date) => date.toISOString().slice(0, 10) },
  Query: {
    node: (_root: unknown, { id }: { id: string }, { db }: Context) => db.risk.findUnique({ where: { id: idIn(id) } }),
    risks: async (_root: unknown, { first, where, orderBy = [] }: RisksArguments, { db }: Context) => {
      const wanted = conditionsOf(where);
      const order = orderBy.map(({ field, direction }) => ({ [field]: direction === 'ASC' ? 'asc' : 'desc' }) as const);
      const [totalCount, rows] = await Promise.all([
        db.risk.count({ where: wanted }),
        db.risk.findMany({ where: wanted, orderBy: [...order, { id: 'asc' }], take: first }),
      ]);
      return { totalCount, ...edgesOf(rows) };
    },
    risksGrouped: async (_root: unknown, { groupBy, where, first }: RisksGroupedArguments, { db }: Context) => {
      const groups = await db.risk.groupBy({
        by: groupBy,
        where: conditionsOf(where),
        _count: { _all: true },
        _avg: { score: true },
        orderBy: groupBy.map((key) => ({ [key]: 'asc' })),
        take: first,
      });
      return { groups: groups.map(({ _count, _avg, ...keys }) => ({ keys, count: _count._all, avg: _avg })) };
    },
    agency: (_root: unknown, { code }: { code: string }, { db }: Context) => db.agency.findUnique({ where: { code } }),
    centre: () => ({}),
  },
  Agency: {
    plans: async ({ id }: Agency, { first }: Page, { db }: Context) =>
      edgesOf(
        await db.plan.findMany({
          where: { agencyId: id },
          orderBy: [{ fiscalYearFrom: 'desc' }, { id: 'asc' }],
          take: first,
        }),
      ),
    risks: async ({ id }: Agency, { first }: Page, { db }: Context) =>
      edgesOf(
        await db.risk.findMany({ where: { agencyId: id }, orderBy: [{ code: 'asc' }, { id: 'asc' }], take: first }),
      ),
    delegationOrders: async ({ id }: Agency, { first }: Page, { db }: Context) =>
      edgesOf(
        await db.delegationOrder.findMany({
          where: { agencyId: id },
          orderBy: [{ effectiveFrom: 'desc' }, { id: 'asc' }],
          take: first,
        }),
      ),
  },
  Plan: {
    projects: async ({ id }: Plan, { first }: Page, { db }: Context) =>
      edgesOf(
        await db.project.findMany({
          where: { planId: id },
          orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
          take: first,
        }),
      ),
  },
  Risk: {
    agency: ({ agencyId }: Risk, _none: unknown, { loaders }: Context) => loaders.agency.load(agencyId),
    mitigations: ({ id }: Risk, _none: unknown, { loaders }: Context) => loaders.mitigations.load(id),
  },
  Mitigation: {
    status: ({ status, dueOn }: Mitigation) =>
      (status === 'PLANNED' || status === 'IN_PROGRESS') && dueOn.toISOString().slice(0, 10) < dayInBangkok()
        ? 'OVERDUE'
        : status,
  },
  DelegationOrder: {
    powers: ({ id }: DelegationOrder, _none: unknown, { loaders }: Context) => loaders.powers.load(id),
  },
  DelegatedPower: {
    delegator: ({ delegatorId }: DelegatedPower, _none: unknown, { loaders }: Context) =>
      loaders.position.load(delegatorId),
    delegate: ({ delegateId }: DelegatedPower, _none: unknown, { loaders }: Context) =>
      loaders.position.load(delegateId),
  },
  Centre: {
    riskLevels: (_centre: unknown, { fiscalYear }: { fiscalYear: number }, { db }: Context) =>
      db.$queryRaw`SELECT * FROM bench.risk_levels(${fiscalYear}::int)`,
    mitigationProgress: (_centre: unknown, { fiscalYear }: { fiscalYear: number }, { db }: Context) =>
      db.$queryRaw`SELECT * FROM bench.mitigation_progress(${fiscalYear}::int)`,
  },
  Mutation: {
    assessRisk: async (_root: unknown, { input }: AssessRiskArguments, { db }: Context) => {
      const { riskId, expectedVersion, phase, likelihood, impact, justificationTh } = input;
      const [assessment] = await db.$queryRaw<
        { id: string }[]
      >`SELECT * FROM bench.assess_risk(${idIn(riskId)}::uuid, ${expectedVersion}::int,
        ${phase}::"AssessmentPhase", ${likelihood}::int, ${impact}::int, ${justificationTh})`;
      return { assessment, risk: await db.risk.findUniqueOrThrow({ where: { id: idIn(riskId) } }) };
    },
  },
};
