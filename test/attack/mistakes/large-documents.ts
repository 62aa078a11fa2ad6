import { filterOfShape, repeated } from '../documents.ts';
import { filtered, named, risks, type WrongRequest } from './wrong-request.ts';

const nested = (depth: number, inside: unknown, wrap: (value: unknown) => unknown): unknown => {
  let value = inside;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};

/** JSON.stringify would overflow where the server must not. */
const deepText = (depth: number, open: string, close: string, inside: string): string =>
  open.repeat(depth) + inside + close.repeat(depth);

/** Documents and variables that are larger than anything is. */
export const large: WrongRequest[] = [
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
