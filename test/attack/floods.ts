/** What a front end asks for its list of risks; the value differs each time, so that no answer is given again. */
export const list = `query ($not: String) {
  risks(first: 20, orderBy: [{ field: score, direction: DESC }], where: { not: { code: { eq: $not } } }) {
    totalCount edges { node { code titleTh level score mitigations { measureTh status } } }
  }
}`;
/** Full pages with lists in their items, and words to look for. */
const heavy = `query ($not: String) {
  risks(first: 100, where: { not: { code: { eq: $not } } }) { totalCount edges { node {
    code titleTh level score mitigations { measureTh status } controls { id } causes { textTh } assessments { id } } } }
  projects(first: 100) { edges { node { steps { __typename } budgetLines { __typename } indicators { __typename } } } }
  a: risks(first: 100, search: "การจัดซื้อ") { totalCount edges { node { code titleTh } } }
}`;
const cheap = '{ viewer { role } }';

/** Who floods with what. */
export type FloodKind = {
  /** How it is asked for: `npm run attack -- neighbours/heavy`. */
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly personas: readonly string[];
  readonly connections: number;
  /** Who asks beside it; one agency unless it is given. */
  readonly calm?: readonly string[];
  /** For so long it goes on before anything is measured, until nobody of it may ask any more. */
  readonly spentSeconds?: number;
};

const wholeAgency = ['viewer', 'editor', 'approver', 'agency-admin'].map((role) => `sample-1-${role}`);

export const floods: readonly FloodKind[] = [
  { id: 'lists', name: 'lists', query: list, personas: wholeAgency, connections: 64 },
  { id: 'account', name: 'lists of one account', query: list, personas: ['sample-1-viewer'], connections: 64 },
  { id: 'heavy', name: 'heavy questions', query: heavy, personas: wholeAgency, connections: 64 },
  { id: 'two', name: 'two agencies', query: list, personas: ['sample-1-viewer', 'thonburi-viewer'], connections: 64 },
  {
    id: 'three',
    name: 'lists, beside three agencies',
    query: list,
    personas: wholeAgency,
    connections: 64,
    calm: ['sample-2-viewer', 'chomthong-viewer', 'finance-viewer'],
  },
  { id: 'many', name: 'more connections than may wait', query: list, personas: ['sample-1-editor'], connections: 600 },
  {
    id: 'spent',
    name: 'an allowance that is spent',
    query: cheap,
    personas: ['maedong-viewer'],
    connections: 64,
    spentSeconds: 24,
  },
];
