import { Agency } from '../agency/agency.type.ts';
import { DelegationOrder } from '../delegation/orders/order.type.ts';
import { builder } from '../graphql/builder.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf, stateOf } from '../graphql/filters/shape.ts';
import { enumFilter } from '../graphql/filters/value-filters.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { RuleBasis, type RuleBasisName } from '../graphql/rule-basis.ts';
import { Plan } from '../plan/plan.type.ts';
import { Project } from '../plan/project.type.ts';
import { RiskRegister } from '../risk/register.type.ts';
import { Risk } from '../risk/risk.type.ts';
import { SwotAnalysis } from '../swot/swot.type.ts';
import { whereBasis } from './basis.type.ts';
import { FindingState } from './finding.enums.ts';
import { Finding } from './finding.type.ts';
import type { FindingStateName } from './finding-state.logic.ts';

export const FindingConnection = builder.connectionObject({ type: Finding, name: 'FindingConnection' });

export const FindingWhere = whereInput(
  'FindingWhere',
  { th: 'ข้อสังเกต', en: 'findings' },
  { state: enumFilter('FindingStateFilter', FindingState), basis: enumFilter('RuleBasisFilter', RuleBasis) },
  {
    loaded: [
      'plan',
      'project',
      'risk',
      'mitigation',
      'internalAudit',
      'auditObservation',
      'declaration',
      'activity',
      'giftReport',
      'itaAssessment',
      'publicItem',
      'yearReport',
    ],
  },
);

export const FindingOrder = orderInput(
  'FindingOrder',
  { th: 'ข้อสังเกต', en: 'findings' },
  { severity: 'ความรุนแรง · Severity, errors first.', code: 'รหัส · Code.', sourceDocument: 'เอกสาร · Document.' },
);

export const findingList: ListPolicy = {
  model: 'Finding',
  defaultOrder: { severity: 'asc' },
  shape: shapeOf('Finding', {
    state: stateOf<FindingStateName>(['OPEN', 'DISMISSED', 'ACKNOWLEDGED', 'RESOLVED'], (states) => ({
      OR: states.map((state) =>
        state === 'OPEN'
          ? { dismissedAt: null }
          : { dismissedAt: { not: null }, closedAs: state === 'DISMISSED' ? null : state },
      ),
    })),
    basis: stateOf<RuleBasisName>(['LAW', 'DOCUMENT', 'REGISTRY_RULE'], whereBasis),
  }),
};

const findings = {
  description: `ข้อสังเกต รุนแรงที่สุดก่อน (ไม่เกิน ${most.findingsShown}) · Findings, the ${most.findingsShown} most severe, most severe first.`,
  query: () => ({ orderBy: [{ severity: 'asc' as const }, { id: 'asc' as const }], take: most.findingsShown }),
  listSize: most.findingsShown,
};

builder.prismaObjectFields(Plan, (t) => ({ findings: t.relation('findings', findings) }));
builder.prismaObjectFields(Project, (t) => ({ findings: t.relation('findings', findings) }));
builder.prismaObjectFields(SwotAnalysis, (t) => ({ findings: t.relation('findings', findings) }));
builder.prismaObjectFields(RiskRegister, (t) => ({ findings: t.relation('findings', findings) }));
builder.prismaObjectFields(Risk, (t) => ({ findings: t.relation('findings', findings) }));
builder.prismaObjectFields(DelegationOrder, (t) => ({ findings: t.relation('findings', findings) }));

builder.prismaObjectFields(Agency, (t) => ({
  findings: t.relatedConnection(
    'findings',
    {
      ...relatedList(findingList),
      nullable: true,
      description: 'ข้อสังเกตของหน่วยงาน · Findings on the agency that the viewer may see, most severe first.',
      args: listArguments(FindingWhere, FindingOrder),
    },
    FindingConnection,
  ),
}));
