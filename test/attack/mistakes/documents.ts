import { filterOfShape, repeated } from '../documents.ts';

/** A request that a client gets wrong: what it sends as JSON. */
export type WrongRequest = { readonly name: string; readonly body: unknown };

const nested = (depth: number, inside: unknown, wrap: (value: unknown) => unknown): unknown => {
  let value = inside;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};

/** JSON.stringify would overflow where the server must not. */
const deepText = (depth: number, open: string, close: string, inside: string): string =>
  open.repeat(depth) + inside + close.repeat(depth);

const risks = 'query ($where: RiskWhere) { risks(first: 1, where: $where) { totalCount } }';
const named = (name: string, query: string, more: object = {}): WrongRequest => ({ name, body: { query, ...more } });
const filtered = (name: string, where: unknown): WrongRequest => named(name, risks, { variables: { where } });

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

const large: WrongRequest[] = [
  filtered('10,000 conditions', {
    or: Array.from({ length: 1_000 }, () => ({
      or: Array.from({ length: 10 }, (_, index) => ({ score: { gte: index } })),
    })),
  }),
  filtered('2,500 conditions of each shape', filterOfShape(7, 2_500)),
  filtered(
    'not 400 deep',
    nested(400, { code: { eq: 'R-1' } }, (not) => ({ not })),
  ),
  filtered(
    'and 500 deep',
    nested(500, { code: { eq: 'R-1' } }, (and) => ({ and: [and] })),
  ),
  filtered('a list of 100,000', { code: { in: Array.from({ length: 100_000 }, (_, index) => String(index)) } }),
  filtered('70 lists of 1,000', {
    or: Array.from({ length: 70 }, () => ({
      code: { in: Array.from({ length: 1_000 }, (_, index) => String(index)) },
    })),
  }),
  filtered('a text of 300,000', { titleTh: { contains: 'ก'.repeat(300_000) } }),
  filtered('1,000 texts of 300', {
    or: Array.from({ length: 1_000 }, (_, index) => ({ titleTh: { contains: String(index).repeat(100) } })),
  }),
  named('search of 300,000 letters', 'query ($search: String) { risks(first: 1, search: $search) { totalCount } }', {
    variables: { search: 'ก'.repeat(300_000) },
  }),
  named('search of 100,000 words', 'query ($search: String) { risks(first: 1, search: $search) { totalCount } }', {
    variables: { search: 'ก ข '.repeat(50_000) },
  }),
  named('70,000 ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: Array.from({ length: 20_000 }, () => 'UmlzazoxMjM=') },
  }),
  named('1,000 orders', 'query ($orderBy: [RiskOrder!]) { risks(first: 1, orderBy: $orderBy) { totalCount } }', {
    variables: { orderBy: Array.from({ length: 1_000 }, () => ({ field: 'code', direction: 'ASC' })) },
  }),
  named('500 variables', `query (${repeated(500, (index) => `$v${index}: Int`)}) { __typename }`),
  named(
    'a literal filter 400 deep',
    `{ risks(first: 1, where: ${deepText(400, '{ not: ', ' }', '{}')}) { totalCount } }`,
  ),
];

/** Sent as text: too deep for JSON.stringify. */
export const wrongTexts: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'variables 50,000 deep',
    text: `{"query":${JSON.stringify(risks)},"variables":{"where":${deepText(50_000, '{"not":', '}', '{}')}}}`,
  },
  {
    name: 'lists 100,000 deep in variables',
    text: `{"query":${JSON.stringify(risks)},"variables":{"where":${deepText(100_000, '[', ']', '')}}}`,
  },
  {
    name: 'and 3,000 deep',
    text: `{"query":${JSON.stringify(risks)},"variables":{"where":${deepText(3_000, '{"and":[', ']}', '{}')}}}`,
  },
  {
    name: 'not 3,000 deep',
    text: `{"query":${JSON.stringify(risks)},"variables":{"where":${deepText(3_000, '{"not":', '}', '{}')}}}`,
  },
  {
    name: 'unused variables 100,000 deep',
    text: `{"query":"{ __typename }","variables":{"x":${deepText(100_000, '[', ']', '')}}}`,
  },
  {
    name: 'extensions 100,000 deep',
    text: `{"query":"{ __typename }","extensions":{"x":${deepText(100_000, '[', ']', '')}}}`,
  },
  { name: 'a body 200,000 deep', text: deepText(200_000, '[', ']', '') },
  { name: 'selections 5,000 deep', text: JSON.stringify({ query: deepText(4_900, '{a', '}', '') }) },
  {
    name: 'list literals 4,900 deep',
    text: JSON.stringify({ query: `{ risks(first: ${deepText(4_800, '[', ']', '')}) { totalCount } }` }),
  },
  { name: 'half a body', text: '{"query": "{ __ty' },
  { name: 'two bodies', text: '{"query":"{ __typename }"}{"query":"{ __typename }"}' },
  { name: 'a key twice', text: '{"query":"{ __typename }","query":"{ nope }"}' },
  { name: '__proto__ in the body', text: '{"query":"{ __typename }","__proto__":{"a":1}}' },
  {
    name: '__proto__ in variables',
    text: `{"query":${JSON.stringify(risks)},"variables":{"where":{"__proto__":{"a":1}}}}`,
  },
  {
    name: 'constructor in variables',
    text: `{"query":${JSON.stringify(risks)},"variables":{"where":{"constructor":{"prototype":1}}}}`,
  },
  {
    name: '1e999 as a year',
    text: `{"query":${JSON.stringify(risks)},"variables":{"where":{"fiscalYear":{"eq":1e999}}}}`,
  },
  {
    name: 'a lone surrogate',
    text: `{"query":${JSON.stringify(risks)},"variables":{"where":{"code":{"eq":"\\ud800"}}}}`,
  },
];

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
