import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ limits: { requestsPerMinute: 1_000_000 } });
});
afterAll(async () => registry.stop());

/** What no answer may ever hold: stacks, paths, SQL, names of libraries and of constraints. */
const insides =
  /node_modules|\.ts:|\.js:|\/work|at \w+ \(|SELECT |INSERT |Prisma|prisma|postgres|constraint|_fkey|_key|stacktrace/;

const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  registry.http({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });

describe('bad input', () => {
  it.each([
    ['no page size', '{ risks { pageInfo { hasNextPage } } }', 'INVALID_INPUT'],
    ['a page of 0', '{ risks(first: 0) { totalCount } }', 'INVALID_INPUT'],
    ['a page of 101', '{ risks(first: 101) { totalCount } }', 'INVALID_INPUT'],
    ['a page of 100000', '{ risks(first: 100000) { totalCount } }', 'INVALID_INPUT'],
    ['a negative page', '{ risks(first: -1) { totalCount } }', 'INVALID_INPUT'],
    ['both ends of a list', '{ risks(first: 5, last: 5) { totalCount } }', 'INVALID_INPUT'],
    [
      'a nested list without a page size',
      '{ agency(code: "SAMPLE-1") { risks { edges { cursor } } } }',
      'INVALID_INPUT',
    ],
    [
      'a fiscal year of the common era',
      '{ risks(first: 1, where: {fiscalYear: {eq: 2024}}) { totalCount } }',
      'INVALID_INPUT',
    ],
    [
      'a day that does not exist',
      '{ mitigations(first: 1, where: {dueOn: {eq: "2024-02-30"}}) { totalCount } }',
      'INVALID_INPUT',
    ],
    ['an unknown field', '{ nonsense }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown enum value',
      '{ risks(first: 1, where: {level: {eq: HUGE}}) { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['no GraphQL at all', '{ risks(first: ', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown cursor', '{ risks(first: 1, after: "xyz") { totalCount } }', 'INVALID_INPUT'],
  ])('is refused with a code, in words that help, before any SQL: %s', async (_name, query, code) => {
    await registry.as('sample-1-viewer')('{ viewer { role } }');
    let answer = await registry.as('sample-1-viewer')('{ __typename }');
    const statements = await statementsOf(async () => {
      answer = await registry.as('sample-1-viewer')(query);
    });
    expect(answer.errors[0]?.extensions.code).toBe(code);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(insides);
    expect(statements).toEqual([]);
  });

  it('of a malformed id is told at its field, before any SQL', async () => {
    const ask = registry.as('sample-1-viewer');
    await ask('{ viewer { role } }');
    const statements = await statementsOf(async () => {
      const { data, errors } = await ask('{ node(id: "no such thing") { id } }');
      expect(data).toEqual({ node: null });
      expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['node'], 'INVALID_INPUT']]);
    });
    expect(statements).toEqual([]);
  });

  it.each([
    'risks(first: 1, where: {titleTh: {contains: "ก\\u0000"}}) { totalCount }',
    'risks(first: 1, where: {code: {in: ["R1", "\\u0000"]}}) { totalCount }',
    'agency(code: "\\u0000") { code }',
  ])('is refused where a text holds NUL, which PostgreSQL cannot keep: %s', async (field) => {
    const { errors, text } = await registry.as('sample-1-viewer')(`{ ${field} }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_INPUT']);
    expect(text).not.toMatch(insides);
  });

  it('names the variable that is missing, unknown or of the wrong kind', async () => {
    const ask = registry.as('sample-1-viewer');
    const query = 'query ($year: FiscalYear!) { risks(first: 1, where: {fiscalYear: {eq: $year}}) { totalCount } }';
    for (const variables of [{}, { year: 'สองพัน' }, { year: 2024 }, { year: null }]) {
      const { status, errors, text } = await ask(query, variables);
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'INVALID_INPUT']);
      expect(errors[0]?.message).toContain('year');
      expect(text).not.toMatch(insides);
    }
    expect((await ask(query, { year: '๒๕๖๘', unknown: 1 })).errors).toEqual([]);
  });

  it('of an agency or record that is not there reads as null', async () => {
    const { data, errors } = await registry.as('sample-1-viewer')('{ agency(code: "NO-SUCH") { code } }');
    expect([data, errors]).toEqual([{ agency: null }, []]);
    for (const version of ['NO-SUCH', '', ' ']) {
      const unknown = await registry.public('query ($version: String) { framework(version: $version) { version } }', {
        version,
      });
      expect([version, unknown.errors[0]?.extensions.code]).toEqual([version, 'NOT_FOUND']);
    }
  });

  it('that is no JSON, or too large, gets a coded answer in JSON', async () => {
    const broken = await post('{"query": ');
    expect([broken.statusCode, broken.json().errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    const empty = await post('');
    expect([empty.statusCode, empty.json().errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    const large = await post(JSON.stringify({ query: `{ viewer { role } } # ${'ก'.repeat(400_000)}` }));
    expect([large.statusCode, large.json().errors[0].extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const form = await post('query={viewer{role}}', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([form.statusCode, form.json().errors[0].extensions.code]).toEqual([415, 'BAD_REQUEST']);
    const nowhere = await registry.http({ url: '/nowhere' });
    expect([nowhere.statusCode, nowhere.json().errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
    for (const { body } of [broken, empty, large, form, nowhere]) expect(body).not.toMatch(insides);
  });

  it('that hides its size is refused before any SQL: many names for one list, deep nesting, long documents, cyclic fragments, batches', async () => {
    const ask = registry.as('sample-1-viewer');
    const aliases = `{ ${Array.from({ length: 101 }, (_unused, index) => `a${index}: risks(first: 100) { edges { node { mitigations { id } } } }`).join(' ')} }`;
    const deep = `{ risks(first: 1) { edges { node { register { ${'risks(first: 1) { edges { node { register { '.repeat(8)} id ${'} } } } '.repeat(8)} } } } } }`;
    const long = `{ ${'viewer { role } '.repeat(2_000)} }`;
    const cyclic =
      '{ risks(first: 1) { edges { node { ...a } } } } fragment a on Risk { register { ...b } } fragment b on RiskRegister { risks(first: 1) { edges { node { ...a } } } }';
    await ask('{ viewer { role } }');
    const codes: string[] = [];
    const statements = await statementsOf(async () => {
      for (const query of [aliases, deep, long, cyclic]) {
        const { status, errors } = await ask(query);
        expect(status).toBe(400);
        codes.push(errors[0]?.extensions.code);
      }
    });
    expect(codes).toEqual([
      'QUERY_TOO_COSTLY',
      'QUERY_TOO_COSTLY',
      'GRAPHQL_PARSE_FAILED',
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect(statements).toEqual([]);
    expect((await post(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]))).statusCode).toBe(
      400,
    );
  });

  it('speaks the language that the client asks for', async () => {
    const thai = await registry.public(
      '{ risks(first: 1) { totalCount } }',
      {},
      { 'accept-language': 'th-TH,th;q=0.9' },
    );
    const english = await registry.public(
      '{ risks(first: 1) { totalCount } }',
      {},
      { 'accept-language': 'en-GB,en;q=0.9,th;q=0.5' },
    );
    expect(thai.errors[0]?.message).toBe('โปรดลงชื่อเข้าใช้ก่อน');
    expect(english.errors[0]?.message).toBe('Sign in first.');
  });

  it('is slowed down when one account asks too often', async () => {
    const slow = await startRegistry({ limits: { requestsPerMinute: 5 } });
    try {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => slow.as('sample-1-viewer')('{ viewer { role } }')),
      );
      expect(answers.filter(({ status }) => status === 429).map(({ errors }) => errors[0]?.extensions.code)).toEqual(
        Array(3).fill('RATE_LIMITED'),
      );
      expect((await slow.as('sample-2-viewer')('{ viewer { role } }')).status).toBe(200);
    } finally {
      await slow.stop();
    }
  });
});
