import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { openSocket, until } from '../kit/subscriber.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const post = (payload: unknown, persona = 'sample-1-viewer') =>
  registry.tokenOf(persona).then((token) =>
    registry.http({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
      payload,
    }),
  );

const codesOf = (answer: { json(): any }): string[] =>
  answer.json().errors?.map(({ extensions }: any) => extensions.code) ?? [];

describe('the operation of a request', () => {
  const several = 'query A { framework { version } } query B { viewer { role } }';

  it.each([
    ['unknown', 'C'],
    ['empty', ''],
    ['missing among several', undefined],
  ])('is refused when its name is %s, by POST, GET and socket', async (_name, operationName) => {
    const named = operationName === undefined ? {} : { operationName };
    const posted = await post({ query: several, ...named });
    const search = new URLSearchParams(
      operationName === undefined ? { query: several } : { query: several, operationName },
    );
    const got = await registry.http({ url: `/graphql?${search}`, headers: { 'apollo-require-preflight': '1' } });
    for (const answer of [posted, got])
      expect([answer.statusCode, codesOf(answer)]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
    const socket = openSocket(registry, { authorization: `Bearer ${await registry.tokenOf('sample-1-viewer')}` });
    await socket.opened;
    const heard = socket.follow(
      'subscription A { statusChanged { id } } subscription B { statusChanged { act } }',
      {},
      operationName,
    );
    await until('the subscription is refused', () => heard.isOver);
    expect(heard.errors.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_RESOLUTION_FAILURE']);
    await socket.close();
  });
});

describe('what is measured of a request', () => {
  const ask = (query: string, variables = {}) => registry.as('sample-1-viewer')(query, variables);

  it('is the operation that runs, with the defaults of its variables and without what @skip and @include leave out', async () => {
    for (const [query, variables] of [
      ['query ($n: Int = 3) { risks(first: $n) { edges { node { id } } } }', {}],
      ['query ($n: Int = 3, $after: String = null) { risks(first: $n, after: $after) { edges { cursor } } }', {}],
      ['query ($all: Boolean = false) { viewer { role } risks @include(if: $all) { edges { cursor } } }', {}],
      ['query ($no: Boolean!) { viewer { role } ... @skip(if: $no) { risks { edges { cursor } } } }', { no: true }],
    ] as const) {
      const { status, errors } = await ask(query, variables);
      expect([query, status, errors]).toEqual([query, 200, []]);
    }
    const other = await post({
      query: 'query A { viewer { role } } query B { risks { edges { cursor } } }',
      operationName: 'A',
    });
    expect(other.statusCode).toBe(200);
    const wrong = await ask('query ($n: Int = 101) { risks(first: $n) { edges { cursor } } }');
    expect([wrong.status, wrong.errors[0]?.extensions.code]).toEqual([400, 'INVALID_INPUT']);
    const included = await ask('query ($all: Boolean!) { risks @include(if: $all) { edges { cursor } } }', {
      all: true,
    });
    expect(included.status).toBe(400);
  });

  it('is kept for requests of the same shape, and for no others', async () => {
    const query = 'query ($n: Int!, $where: RiskWhere) { risks(first: $n, where: $where) { edges { node { id } } } }';
    const costs = [];
    for (const n of [1, 50, 1, 50]) costs.push((await ask(query, { n })).extensions.cost.requested);
    expect(costs[1]).toBeGreaterThan(costs[0]);
    expect(costs.slice(2)).toEqual(costs.slice(0, 2));
    const many = { or: Array.from({ length: 240 }, () => ({ code: { eq: 'R-1' }, titleTh: { eq: 'ก' } })) };
    expect((await ask(query, { n: 1, where: { or: [{ code: { eq: 'R-1' } }] } })).status).toBe(200);
    expect((await ask(query, { n: 1, where: many })).errors[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
  });

  it('is told whole: every list without a page, with its place in the document and in the answer', async () => {
    let answer = await ask('{ __typename }');
    const statements = await statementsOf(async () => {
      answer = await ask(
        '{ risks { edges { cursor } } mine: agency(code: "SAMPLE-1") { plans(first: 2) { edges { node { projects(first: 0) { edges { cursor } } } } } swotAnalyses(first: 1, after: "xyz") { edges { cursor } } } }',
      );
    });
    expect(answer.status).toBe(400);
    expect(answer.data).toBeNull();
    expect(answer.errors.map(({ path, extensions }) => [path, extensions.code, extensions.fields[0].field])).toEqual([
      [['risks'], 'INVALID_INPUT', 'risks'],
      [['mine', 'plans', 'edges', 'node', 'projects'], 'INVALID_INPUT', 'projects'],
    ]);
    expect(answer.errors.every((error: any) => error.locations.length > 0)).toBe(true);
    expect(statements).toEqual([]);
  });

  it('needs no page for the count alone, in every list', async () => {
    const lists = ['plans', 'projects', 'swotAnalyses', 'riskRegisters', 'risks', 'mitigations', 'delegationOrders'];
    const roots = [...lists, 'findings', 'editions', 'agencies', 'libraryRisks'];
    const { status, data, errors } = await registry.as('centre')(
      `{ ${roots.map((name) => `${name} { totalCount __typename }`).join(' ')} agency(code: "SAMPLE-1") { ${['plans', 'risks', 'projects', 'findings'].map((name) => `${name} { totalCount }`).join(' ')} } }`,
    );
    expect([status, errors]).toEqual([200, []]);
    const { data: paged } = await registry.as('centre')(
      `{ ${roots.map((name) => `${name}(first: 1) { totalCount }`).join(' ')} }`,
    );
    for (const name of roots) expect([name, data[name].totalCount]).toEqual([name, paged[name].totalCount]);
    expect(data.agency.risks.totalCount).toBeGreaterThan(0);
  });
});

describe('the lines of a document', () => {
  it('are bounded, as every error that names a place counts those before it', async () => {
    const behind = (lines: number) => post({ query: `${'\n'.repeat(lines)}{ viewer { role } }` });
    expect([codesOf(await behind(4_999)), codesOf(await behind(5_000))]).toEqual([[], ['QUERY_TOO_COSTLY']]);
  });
});
