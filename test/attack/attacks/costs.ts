import { say } from '../../bench/say.ts';
import type { Figure } from '../figures.ts';
import { type Attack, asked, signIn } from '../stage.ts';

const samples: readonly (readonly [name: string, persona: string, query: string])[] = [
  [
    'budgets by agency',
    'analyst',
    '{ centre { budgets(fiscalYearFrom: 2500, fiscalYearTo: 2700, byAgency: true) { planned } } }',
  ],
  ['completeness', 'analyst', '{ centre { completeness(fiscalYear: 2568) { code plan } } }'],
  ['risk levels by agency', 'analyst', '{ centre { riskLevels(fiscalYear: 2568, groupBy: AGENCY) { key total } } }'],
  ['risk matrix', 'analyst', '{ centre { riskMatrix(fiscalYear: 2568) { likelihood impact } } }'],
  [
    'progress of mitigations',
    'analyst',
    '{ centre { mitigationProgress(fiscalYear: 2568, groupBy: AGENCY) { key } } }',
  ],
  ['coverage of the library', 'centre', '{ centre { libraryCoverage { __typename } } }'],
  [
    'framework',
    'analyst',
    '{ framework { __typename version } riskMethods { __typename version } findingRules { code } }',
  ],
  [
    'holidays of 800 days',
    'analyst',
    '{ holidays(from: "2024-01-01", to: "2026-03-01") { date } legalClocks { code } }',
  ],
  [
    'lists in lists',
    'sample-1-viewer',
    '{ riskRegisters(first: 5) { edges { node { risks(first: 50) { edges { node { mitigations { id } controls { id } causes { textTh } assessments { id } } } } } } } }',
  ],
  [
    'orders with powers and reports',
    'sample-1-viewer',
    '{ delegationOrders(first: 20) { edges { node { powers { verb } monthlyReports { __typename } } } } }',
  ],
  [
    'projects with their parts',
    'sample-1-viewer',
    '{ projects(first: 100) { edges { node { steps { __typename } budgetLines { __typename } indicators { __typename } } } } }',
  ],
  ['units and positions', 'sample-1-viewer', '{ agency(code: "SAMPLE-1") { units { id } positions { id } } }'],
];

const objectsIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, each) => sum + objectsIn(each), 0);
  return Array.isArray(value) ? inside : inside + 1;
};

/** Over hundreds of agencies some of these cost more than is allowed; here they are to be answered. */
const COSTLY = { COST_MAX: '5000000' };

/** A query that says it costs less than it brings is a way around the limit. */
export const costs: Attack = {
  name: 'costs',
  titleTh: 'ไม่มีคำถามใดได้มากกว่าต้นทุนที่แจ้ง',
  titleEn: 'no query brings more than it says it costs',
  run: (stage) =>
    stage.serve(async (server) => {
      const figures: Figure[] = [];
      for (const [name, persona, query] of samples) {
        const { headers = {}, body = '' } = asked(query, await signIn(server, persona));
        const response = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
        });
        const { data, extensions, errors } = JSON.parse(await response.text());
        if (!data) throw new Error(`${name} was refused: ${JSON.stringify(errors)}`);
        const [objects, cost] = [objectsIn(data) - 1, Number(extensions.cost.requested)];
        say(`${name}: ต้นทุน ${cost} ได้ ${objects} รายการ`, `cost ${cost} for ${objects} objects`);
        figures.push({
          what: `${name}: objects beyond its cost`,
          value: Math.max(0, objects - cost),
          unit: '',
          limit: 0,
        });
      }
      return figures;
    }, COSTLY),
};
