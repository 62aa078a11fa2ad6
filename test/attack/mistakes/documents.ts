import { large } from './large-documents.ts';
import { named, type WrongRequest } from './wrong-request.ts';

const cursor = (text: string): string => JSON.stringify(Buffer.from(text).toString('base64'));
const uuid = '0190a5c4-1111-7000-8000-000000000001';
const lists = [
  'agencies',
  'plans',
  'projects',
  'risks',
  'riskRegisters',
  'mitigations',
  'delegationOrders',
  'findings',
  'swotAnalyses',
  'editions',
  'libraryRisks',
  'auditTrail',
];
const pages = [
  'first: 1, before: %c',
  'last: 1, after: %c',
  'last: 1, before: %c',
  'first: 1, after: %c',
  'first: 1, after: %c, before: %c',
  'first: 1, last: 1',
  'first: 1, after: ""',
  'last: 1, before: ""',
  'first: 1, after: null',
  'first: null, last: 1',
  '',
  'first: 0',
  'first: -1',
  'first: 2147483647',
];
const cursors = [
  cursor(`GPC:S:${uuid}`),
  cursor('GPC:S:x'),
  cursor('GPC:N:1'),
  cursor('['),
  cursor('[1,2,3]'),
  cursor('{}'),
  cursor('null'),
  cursor('1:2'),
  '"="',
  '"\\u0000"',
  cursor('AUDIT:1'),
  '"x"',
];

const pagesOfLists = lists.flatMap((list) =>
  pages.flatMap((page) =>
    (page.includes('%c') ? cursors : ['']).map((at) =>
      named(
        `${list}(${page.replaceAll('%c', at)})`,
        `{ ${list}${page ? `(${page.replaceAll('%c', at)})` : ''} { totalCount } }`,
      ),
    ),
  ),
);

const parts = ['totalCount', 'pageInfo { hasNextPage endCursor }', 'edges { cursor }', '__typename'];
const partsOfLists = lists.flatMap((list) =>
  parts.map((part) => named(`${list} { ${part} }`, `{ ${list}(first: 2) { ${part} } }`)),
);
const auditTrails = [
  'plans',
  'projects',
  'risks',
  'riskRegisters',
  'mitigations',
  'delegationOrders',
  'findings',
  'swotAnalyses',
  'libraryRisks',
  'agencies',
].flatMap((list) =>
  parts.flatMap((part) =>
    ['(first: 1)', '(last: 1)', ''].map((page) =>
      named(
        `${list} auditTrail${page} { ${part} }`,
        `{ ${list}(first: 1) { edges { node { auditTrail${page} { ${part} } } } } }`,
      ),
    ),
  ),
);

const operations: WrongRequest[] = [undefined, '', 'nope', 'a', 1, null, {}, 'x'.repeat(100_000), '__proto__'].map(
  (operationName) => ({
    name: `operationName ${JSON.stringify(operationName)?.slice(0, 20)}`,
    body: { query: 'query a { __typename } query b { __typename }', operationName },
  }),
);

const bodies: WrongRequest[] = [
  null,
  1,
  'text',
  [],
  [{ query: '{ __typename }' }],
  {},
  { query: null },
  { query: 1 },
  { query: '' },
  { query: ' # ' },
  { query: '{ __typename }', variables: [] },
  { query: '{ __typename }', variables: 'x' },
  { query: '{ __typename }', variables: 1 },
  { query: '{ __typename }', variables: null },
  { query: '{ __typename }', extensions: 1 },
  { query: '{ __typename }', extensions: [] },
  { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
  { query: '{ __typename }', operationName: [] },
  { query: 'subscription { statusChanged { __typename } }' },
  { query: 'fragment a on Query { __typename }' },
  { query: 'type A { a: Int }' },
  { query: '{ ...a } fragment a on Query { ...a }' },
  { query: '{ __typename @include(if: $x) }' },
  { query: 'query ($a: Nope) { __typename }' },
  { query: 'query ($a: Risk) { __typename }' },
  { query: '{ __typename @nope }' },
  { query: '{ __type(name: 1) { name } }' },
  { query: '{ __type(name: "__proto__") { name } __schema { types { name } } }' },
  { query: '\uFEFF{ __typename }' },
  { query: '{ a\u0000 }' },
].map((body, index) => ({ name: `body ${index}: ${JSON.stringify(body).slice(0, 60)}`, body }));

const others: WrongRequest[] = [
  named('NUL in a list', '{ risks(first: 1, where: { code: { in: ["\\u0000"] } }) { totalCount } }'),
  named('the year 0000', '{ mitigations(first: 1, where: { dueOn: { eq: "0000-01-01" } }) { totalCount } }'),
  named('a framework without a version', '{ framework(version: "") { version } }'),
  named('years the wrong way round', '{ centre { budgets(fiscalYearFrom: 2600, fiscalYearTo: 2500) { planned } } }'),
  named('holidays of centuries', '{ holidays(from: "1900-01-01", to: "2199-01-01") { date } }'),
  named(
    'a deadline for the 120th time',
    '{ deadline(clock: "ABG-5.2a", from: "2199-12-31", occurrence: 120) { __typename } }',
  ),
  named('a node of the query', `{ node(id: "${Buffer.from('Query:1').toString('base64')}") { id } }`),
  named(
    'a position that is a risk',
    `{ authority(agencyCode: "SAMPLE-1", position: "${Buffer.from(`Risk:${uuid}`).toString('base64')}", verb: APPROVE, processArea: PROCUREMENT) { __typename } }`,
  ),
];

export const wrongRequests: readonly WrongRequest[] = [
  ...bodies,
  ...operations,
  ...pagesOfLists,
  ...partsOfLists,
  ...auditTrails,
  ...large,
  ...others,
];
