import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { type DocumentNode, parse, specifiedRules, validate } from 'graphql';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { signedIn, until } from '../kit/subscriber.ts';
import { provoked, risk } from './wrong-documents.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** What is left of a Thai sentence without the value that it begins with, what it quotes, and the numbers of characters: none of it may be Latin. */
const unquoted = (text: string): string =>
  text.replace(/^[\w.[\]]+: /, '').replace(/"(?:'"'|[^"])*"|“[^”]*”|U\+[0-9A-F]+/g, '');
const somewhere = 'โปรดตรวจคำขอตรงตำแหน่งที่ระบุ';

type Body = { readonly errors?: readonly { readonly message: string }[] };
const messagesOf = ({ errors = [] }: Body): string[] => errors.map(({ message }) => message);

function expectThai(messages: readonly string[]): void {
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) {
    expect(message).toMatch(/[\u0e00-\u0e7f]/);
    expect(unquoted(message)).not.toMatch(/[A-Za-z]/);
    expect(message).not.toContain(somewhere);
  }
}

async function told(query: string, variables: Record<string, unknown> = {}) {
  const ask = (language: string) => registry.as('sample-1-editor')(query, variables, { 'accept-language': language });
  const [thai, english] = [await ask('th'), await ask('en')];
  expectThai(messagesOf(thai));
  for (const message of messagesOf(english)) expect(message).not.toMatch(/[\u0e00-\u0e7f]/);
  return { thai: messagesOf(thai), english: messagesOf(english) };
}

describe('what is wrong with a document', () => {
  it.each(specifiedRules.map((rule) => [rule.name, rule] as const))(
    'is told in Thai to those who read Thai, and in the words of GraphQL to others: %s',
    async (name, rule) => {
      const queries = provoked[name] ?? [];
      expect(queries.length).toBeGreaterThan(0);
      for (const query of queries) {
        const document: DocumentNode = parse(query);
        const own = validate(unguardedSchema, document, [rule]).map(({ message }) => message);
        expect(own.length).toBeGreaterThan(0);
        await told(query);
      }
    },
  );

  it('names what it is about, and what may have been meant', async () => {
    const { thai } = await told(risk('titelTh'));
    expect(thai).toEqual([
      expect.stringMatching(
        /^คำขอไม่ถูกต้อง: ชนิด "Risk" ไม่มีฟิลด์ "titelTh" \(อาจหมายถึง "titleTh" หรือ ("\w+" หรือ )*"titleEn"\)$/,
      ),
    ]);
    expect((await told(risk('a: titleTh a: code'))).thai).toEqual([
      'คำขอไม่ถูกต้อง: ฟิลด์ชื่อ "a" ขัดกัน คือ "titleTh" กับ "code" เป็นคนละฟิลด์ หากต้องการทั้งคู่ให้ตั้งชื่ออื่นแก่ฟิลด์หนึ่ง',
    ]);
  });

  it('is told in Thai where there is more of it than is told', async () => {
    await told(`{ ${Array.from({ length: 60 }, (_none, index) => `nothing${index}`).join(' ')} }`);
  });

  it('is told in Thai where it is too large, or not the one that was meant', async () => {
    await told(`{ viewer { ${Array.from({ length: 51 }, (_none, index) => `a${index}: role`).join(' ')} } }`);
    await told('query A { viewer { role } } query B { viewer { role } }');
    await told(
      `{ __schema { ${Array.from({ length: 40 }, (_none, i) => `a${i}: types { fields { name } }`).join(' ')} } }`,
    );
  });
});

describe('what is wrong with the syntax of a document', () => {
  it.each([
    '{',
    '}',
    '{ viewer { role }',
    '{ node(id: ) { id } }',
    '{ 5 }',
    '{ a: }',
    'nothing',
    'query ($a: Int = $b) { viewer { role } }',
    '"a description" { viewer { role } }',
    '"a description" extend type A { a: Int }',
    'enum A { true }',
    "{ node(id: 'x') { id } }",
    '{ viewer ? }',
    '{ viewer ก }',
    '{ viewer \u0007 }',
    '{ risks(first: 01) { totalCount } }',
    '{ risks(first: 1.) { totalCount } }',
    '{ risks(first: -) { totalCount } }',
    '{ risks(first: 1a) { totalCount } }',
    '{ node(id: "x',
    '{ node(id: "x\u0007") { id } }',
    '{ node(id: """x',
    '{ node(id: "\\u12") { id } }',
    '{ node(id: "\\u{zz}") { id } }',
    '{ node(id: "\\q") { id } }',
    'fragment on on Risk { id }',
    'subscription { statusChanged { id } ... }',
    '{ risks(first: 1) "text" { totalCount } }',
    '{ risks(first: 1) """block""" { totalCount } }',
    '{ risks(first: 1) 1.5 { totalCount } }',
    `{ ${'viewer '.repeat(5_001)} }`,
  ])('is told in Thai: %s', async (query) => {
    await told(query);
  });
});

describe('what is wrong with a value', () => {
  it.each<[string, Record<string, unknown>]>([
    ['query ($id: ID!) { node(id: $id) { id } }', {}],
    ['query ($id: ID!) { node(id: $id) { id } }', { id: null }],
    ['query ($id: ID!) { node(id: $id) { id } }', { id: { a: 1 } }],
    ['query ($n: Int) { risks(first: $n) { totalCount edges { cursor } } }', { n: 'x' }],
    ['query ($n: Int) { risks(first: $n) { totalCount edges { cursor } } }', { n: 99_999_999_999 }],
    ['query ($w: RiskWhere) { risks(first: 1, where: $w) { totalCount } }', { w: 5 }],
    ['query ($w: RiskWhere) { risks(first: 1, where: $w) { totalCount } }', { w: { titelTh: 5 } }],
    ['query ($w: RiskWhere) { risks(first: 1, where: $w) { totalCount } }', { w: { level: { eq: 'HIHG' } } }],
    ['query ($b: Boolean!) { viewer @include(if: $b) { role } }', { b: 'x' }],
    ['query ($id: ID) { node(id: "x") { id } agency(code: $id) { id } }', { id: 'x' }],
  ])('is told in Thai: %s %j', async (query, variables) => {
    const { thai } = await told(query, variables);
    expect(thai.join()).not.toMatch(/Expected|Variable/);
  });
});

describe('what is wrong with a request', () => {
  const post = async (payload: unknown, headers: Record<string, string> = {}) =>
    registry.http({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(payload),
    });
  const query = '{ viewer { role } }';

  it.each<[string, unknown]>([
    ['no query', { variables: {} }],
    ['an empty query', { query: '' }],
    ['a query that is no text', { query: 5 }],
    ['a parsed query', { query: parse(query) }],
    ['nothing', {}],
    ['variables as text', { query, variables: '{}' }],
    ['variables as a list', { query, variables: [] }],
    ['extensions as text', { query, extensions: '{}' }],
    ['extensions as a list', { query, extensions: [] }],
    ['a name that is no text', { query, operationName: 5 }],
    ['a batch', [{ query }]],
    ['an empty batch', []],
    ['a subscription', { query: 'subscription { statusChanged { id } }' }],
  ])('is told in Thai, or in both languages where none is known yet: %s', async (_what, payload) => {
    const messages = messagesOf((await post(payload, { 'accept-language': 'th' })).json());
    expectThai(messages.map((message) => message.split(' · ')[0] ?? ''));
  });

  it.each([
    ['no header that browsers ask leave for', '/graphql?query={viewer{role}}', {}],
    ['two queries', '/graphql?query=a&query=b', { 'apollo-require-preflight': '1' }],
    ['broken variables', '/graphql?query={viewer{role}}&variables={', { 'apollo-require-preflight': '1' }],
    ['variables in a list', '/graphql?query={viewer{role}}&variables=[]', { 'apollo-require-preflight': '1' }],
    ['another type', '/graphql?query={viewer{role}}', { 'apollo-require-preflight': '1', 'content-type': 'text/html' }],
    ['no JSON', '/graphql?query={viewer{role}}', { 'apollo-require-preflight': '1', accept: 'image/png' }],
    ['a change', '/graphql?query=mutation{__typename}', { 'apollo-require-preflight': '1' }],
  ])('by GET is told in Thai: %s', async (_what, url, headers) => {
    const { body } = await registry.http({ url, headers });
    expectThai(messagesOf(JSON.parse(body)).map((message) => message.split(' · ')[0] ?? ''));
  });
});

describe('what is wrong with a subscription', () => {
  it.each([
    '{ viewer { role } }',
    'mutation { __typename }',
    'subscription { nothing }',
    'subscription {',
    'subscription { statusChanged @skip(if: true) { id } }',
    'subscription { statusChanged(kinds: [NOTHING]) { id } }',
  ])('is told in Thai over its socket: %s', async (query) => {
    const socket = await signedIn(registry, 'sample-1-viewer', { 'accept-language': 'th' });
    const heard = socket.follow(query);
    await until('it is refused', () => heard.isOver);
    expectThai(messagesOf({ errors: heard.errors }));
    await socket.close();
  });
});
