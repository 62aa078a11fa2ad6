import { unguardedSchema } from '@registry/schema/schema.ts';
import { isObjectType } from 'graphql';
import { selectionOf } from '../kit/schema-walk.ts';

/** One document, as it asks about now and about a moment. */
export type Question = { readonly name: string; readonly now: string; readonly asOf: string };

/** Fields that are said to be of now, whatever the moment, or of now alone; `version` is that of the record without its parts then. */
const ofNow = new Set(['version', 'findings', 'finding', 'libraryRisk', 'libraryResponse', 'similar']);

const shownBy = (name: string, depth: number): string => {
  const type = unguardedSchema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type.`);
  return selectionOf(type, depth, (_type, field) => !ofNow.has(field));
};

/** Types of which a question shows what is beneath them, too. */
const inDepth = new Set(['Project', 'SwotItem', 'Risk', 'DelegationOrder']);

export const nodeTypes = [
  'Plan',
  'Project',
  'SwotAnalysis',
  'SwotItem',
  'YearReport',
  'YearReportItem',
  'RiskRegister',
  'Risk',
  'Assessment',
  'Mitigation',
  'Control',
  'DelegationOrder',
  'Unit',
];

const lists = { plans: 'Plan', riskRegisters: 'RiskRegister', risks: 'Risk', swotAnalyses: 'SwotAnalysis' } as const;

/** A document of root fields; `@` is where the moment goes into their arguments. */
const question = (name: string, variables: string, roots: readonly string[]): Question => ({
  name,
  now: `query ${name}${variables && `(${variables})`} { ${roots.join('\n').replaceAll(/\(@\)|, @/g, '')} }`,
  asOf: `query ${name}(${variables} $at: DateTime!) { ${roots.join('\n').replaceAll('@', 'asOf: $at')} }`,
});

const year = '(fiscalYear: 2569, filter: {includeSamples: true})';
const figures = [
  `riskLevels${year} { key total unassessed low medium high extreme }`,
  `completeness${year} { code plan swotAnalysis riskRegister riskCount ordersInForce }`,
  `mitigationProgress${year} { key total done overdue cancelled averageProgressPercent }`,
  `riskMatrix${year} { likelihood impact riskCount }`,
  'budgets(fiscalYearFrom: 2569, fiscalYearTo: 2570, byAgency: true, filter: {includeSamples: true}) { agencyCode planned spent projectCount }',
];

export const documents: readonly Question[] = [
  question(
    'records',
    nodeTypes.map((type) => `$${type}: ID!`).join(' '),
    nodeTypes.map(
      (type) => `${type}: node(id: $${type}, @) { id ... on ${type} { ${shownBy(type, inDepth.has(type) ? 1 : 0)} } }`,
    ),
  ),
  question(
    'lists',
    '$code: String!',
    Object.entries(lists).map(
      ([list, type]) =>
        `${list}: agency(code: $code, @) { ${list}(first: 20) { totalCount edges { node { ${shownBy(type, 0)} } } } }`,
    ),
  ),
  question(
    'figures',
    '',
    figures.map((figure, index) => `f${index}: centre(@) { ${figure} }`),
  ),
];

export const isOfCity = ({ name }: Question): boolean => name === 'figures';
