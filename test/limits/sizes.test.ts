import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';

const logged: string[] = [];
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ logger: pino({ level: 'error' }, { write: (line) => logged.push(line) }) });
});
afterAll(async () => registry.stop());

const risks = 'query ($where: RiskWhere) { risks(first: 1, where: $where) { totalCount } }';
const nested = (depth: number, part: object): object => {
  let value = part;
  for (let index = 0; index < depth; index += 1) value = { not: value };
  return value;
};
const times = <Part>(count: number, part: (index: number) => Part): Part[] =>
  Array.from({ length: count }, (_none, index) => part(index));

describe('the filters of a request', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    [
      '251 conditions',
      risks,
      { where: { or: times(126, () => ({ code: { eq: '1' }, titleTh: { eq: '1' } })) } },
      'QUERY_TOO_COSTLY',
    ],
    [
      '2,001 values in lists',
      risks,
      { where: { or: times(9, () => ({ code: { in: times(250, String) } })) } },
      'QUERY_TOO_COSTLY',
    ],
    ['251 values in one list', risks, { where: { code: { in: times(251, String) } } }, 'INVALID_INPUT'],
    ['not, 20 deep', risks, { where: nested(20, { code: { eq: '1' } }) }, 'INVALID_INPUT'],
    ['not, 3,000 deep', risks, { where: nested(3_000, { code: { eq: '1' } }) }, 'INVALID_INPUT'],
    ['a text of 372 kB', risks, { where: { code: { eq: 'x'.repeat(372_000) } } }, 'INVALID_INPUT'],
    [
      'a search of 300,000 letters',
      'query ($s: String) { risks(first: 1, search: $s) { totalCount } }',
      { s: 'ก'.repeat(300_000) },
      'INVALID_INPUT',
    ],
    [
      'a search of 201 letters',
      `{ viewer { role } agency(code: "SAMPLE-1") { plans(first: 1, search: "${'ก'.repeat(201)}") { totalCount } } }`,
      {},
      'INVALID_INPUT',
    ],
    [
      'a search of 201 letters in a variable, after one of 200',
      'query ($s: String!) { risks(first: 1, search: $s) { totalCount } }',
      { s: 'ก'.repeat(201) },
      'INVALID_INPUT',
    ],
    [
      'many long searches',
      `{ ${times(40, (i) => `s${i}: risks(first: 1, search: "${'ก '.repeat(90)}") { totalCount }`).join(' ')} }`,
      {},
      'QUERY_TOO_COSTLY',
    ],
    ['an agency by a code of 9,000 letters', `{ agency(code: "${'x'.repeat(9_000)}") { code } }`, {}, 'INVALID_INPUT'],
    [
      'literals, 60 deep',
      `{ risks(first: 1, where: ${'{not: '.repeat(60)}{code: {eq: "1"}}${'}'.repeat(60)}) { totalCount } }`,
      {},
      'INVALID_INPUT',
    ],
  ])('are refused, before any SQL, with %s', async (_name, query, variables, code) => {
    let answer = await registry.as('sample-1-viewer')('{ viewer { role } }');
    const statements = await statementsOf(async () => {
      answer = await registry.as('sample-1-viewer')(query, variables);
    });
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, code]);
    expect(statements).toEqual([]);
  });

  it('are refused however deep a variable stands inside itself, without a line in the log of errors', async () => {
    const token = await registry.tokenOf('sample-1-viewer');
    const deep = `${'{"not":'.repeat(50_000)}{}${'}'.repeat(50_000)}`;
    const { statusCode, body } = await registry.http({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      payload: `{"query": ${JSON.stringify(risks)}, "variables": {"where": ${deep}}}`,
    });
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([400, 'INVALID_INPUT']);
    expect(logged).toEqual([]);
  });

  it('may hold a search of 200 letters', async () => {
    const query = 'query ($s: String!) { risks(first: 1, search: $s) { totalCount } }';
    expect((await registry.as('sample-1-viewer')(query, { s: 'ก'.repeat(200) })).errors).toEqual([]);
  });

  it('are told apart where they hold too many conditions, and where their lists hold too many values', async () => {
    const messagesOf = async (where: object): Promise<string[]> =>
      (await registry.as('sample-1-viewer')(risks, { where })).errors.map(({ message }) => message);
    expect(await messagesOf({ or: times(126, () => ({ code: { eq: '1' }, titleTh: { eq: '1' } })) })).toEqual([
      'The filters of the request hold more than 250 conditions; the words of searches count too.',
    ]);
    expect(await messagesOf({ or: times(9, () => ({ code: { in: times(250, String) } })) })).toEqual([
      'The lists in the filters of the request hold more than 2000 values together.',
    ]);
  });

  it('are part of the cost', async () => {
    const costOf = async (where: object) =>
      (await registry.as('sample-1-viewer')(risks, { where })).extensions.cost.requested;
    const one = await costOf({ code: { eq: 'R-1' } });
    expect(await costOf({ or: times(100, () => ({ code: { eq: 'R-1' } })) })).toBeGreaterThanOrEqual(one + 99);
  });

  it('that are the largest within the limits are answered', async () => {
    const where = { or: times(8, () => ({ code: { in: times(245, String) } })) };
    expect((await registry.as('sample-1-viewer')(risks, { where })).errors).toEqual([]);
  });
});

describe('the cost and the depth of a request', () => {
  const deep = `{ risks(first: 1) { ${'edges { node { register { risks(first: 1) { '.repeat(4)}totalCount${' } } } }'.repeat(4)} } }`;
  const costly = 'risks(first: 100) { edges { node { titleTh mitigations { id measureTh } } } }';

  it('are told in a sentence of their own, with the figure and the bound, when one of them is too great, and both when both are', async () => {
    const small = await startRegistry({ database: registry.database, limits: { costMax: 500 } });
    try {
      const ask = async (query: string) =>
        (await small.as('sample-1-viewer')(query)).errors.map(({ message, extensions }) => [
          extensions.code,
          /costly: \d+, at most 500\./.test(message),
          /deep inside each other: \d+, at most 15\./.test(message),
        ]);
      const [tooCostly, tooDeep] = [
        ['QUERY_TOO_COSTLY', true, false],
        ['QUERY_TOO_COSTLY', false, true],
      ];
      expect(await ask(`{ ${costly} }`)).toEqual([tooCostly]);
      expect(await ask(deep)).toEqual([tooDeep]);
      expect(await ask(`${deep.slice(0, -1)} all: ${costly} }`)).toEqual([tooCostly, tooDeep]);
    } finally {
      await small.app.close();
    }
  });
});

describe('a list that a change is given', () => {
  it.each([
    [
      'of ids, in the document',
      `mutation { reorderProjects(input: {planId: "x", expectedVersion: 1, projectIds: [${'"x", '.repeat(251)}]}) { __typename } }`,
    ],
    [
      'of items, in the document',
      `mutation { addRisks(input: {items: [${'{registerId: "x", titleTh: "ก", processArea: INSPECTION}, '.repeat(251)}]}) { doneCount } }`,
    ],
  ])('is refused before anything is changed where it is longer than 250: %s', async (_name, query) => {
    let answer = await registry.as('sample-1-editor')('{ viewer { role } }');
    const statements = await statementsOf(async () => {
      answer = await registry.as('sample-1-editor')(query);
    });
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'INVALID_INPUT']);
    expect(statements).toEqual([]);
  });
});

describe('the fields of a request', () => {
  it.each([
    ['51 names for one field', `{ viewer { ${times(51, (i) => `a${i}: role`).join(' ')} } }`, 'QUERY_TOO_COSTLY'],
    [
      '620 names for the schema',
      `{ ${times(620, (i) => `a${i}: __schema { ...s }`).join(' ')} } fragment s on __Schema { types { name fields { name } } }`,
      'QUERY_TOO_COSTLY',
    ],
    [
      '50 names for the schema',
      `{ ${times(50, (i) => `a${i}: __schema { types { name fields { name type { name } } } }`).join(' ')} }`,
      'QUERY_TOO_COSTLY',
    ],
    [
      'fields in lists in each other',
      `{ ${times(30, (i) => `a${i}: projects(first: 100) { edges { node { steps { children { textTh } } } } }`).join(' ')} }`,
      'QUERY_TOO_COSTLY',
    ],
    ['parts 1,200 deep', `${'{a'.repeat(1_200)}${'}'.repeat(1_200)}`, 'QUERY_TOO_COSTLY'],
    ['parts 2,400 deep', `${'{a'.repeat(2_400)}${'}'.repeat(2_400)}`, 'GRAPHQL_PARSE_FAILED'],
  ])('are refused with %s', async (_name, query, code) => {
    const { status, errors, text } = await registry.as('sample-1-viewer')(query);
    expect([status, errors[0]?.extensions.code]).toEqual([400, code]);
    expect(text).not.toMatch(/call stack/);
  });

  it('that fragments blow up are counted as they are written out', async () => {
    const fragments = times(
      12,
      (i) =>
        `fragment f${i} on Risk { a${i}: register { risks(first: 1) { edges { node { ...f${i + 1} } } } } b${i}: register { risks(first: 1) { edges { node { ...f${i + 1} } } } } }`,
    );
    const query = `{ risks(first: 1) { edges { node { ...f0 } } } } ${fragments.join(' ')} fragment f12 on Risk { id }`;
    const since = performance.now();
    expect((await registry.as('sample-1-viewer')(query)).errors[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
    expect(performance.now() - since).toBeLessThan(1_000);
  });
});

describe('an answer', () => {
  it('of nothing is no more than it was said to cost', async () => {
    const { data, errors, extensions } = await registry.public('{ __type(name: "Nothing") { name } }');
    expect([data, errors, extensions.cost.requested]).toEqual([{ __type: null }, [], 0]);
  });

  const content = times(50, (index) => `c${index}: content`).join(' ');

  it.each([
    ['by a plan', `{ editions(first: 3) { edges { node { ${content} } } } }`],
    ['by graphql-js', `{ editions(first: 3) @include(if: true) { edges { node { ${content} } } } }`],
  ])('that grows beyond its greatest size is refused, whichever way it is made: %s', async (_way, query) => {
    const small = await startRegistry({ database: registry.database, limits: { answerMbMax: 1 } });
    try {
      const { status, data, errors } = await small.public(query);
      expect([status, data, errors.map(({ extensions: { code } }) => code)]).toEqual([400, null, ['QUERY_TOO_COSTLY']]);
      expect((await small.public('{ editions(first: 3) { edges { node { content } } } }')).errors).toEqual([]);
    } finally {
      await small.app.close();
    }
    expect((await registry.public(query)).errors).toEqual([]);
  });
});
