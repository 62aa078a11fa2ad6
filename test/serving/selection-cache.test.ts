import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Plan } from '@pothos/selection-mapper';
import { type Registry, startRegistry } from '../kit/registry.ts';

// Pothos settles every plan that it makes for a field, once.
const settled = jest.spyOn(Plan.prototype, 'settle');
const plansMade = () => settled.mock.calls.length;

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ responseCacheMb: 0 });
});
afterAll(async () => registry.stop());
beforeEach(() => void settled.mockClear());

const ask = async (persona: string, query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await registry.as(persona)(query, variables);
  expect(errors).toEqual([]);
  return data;
};

describe('what Pothos plans for a field of a document', () => {
  it('is planned once, whoever asks and whatever the field itself is given', async () => {
    const query = `query ($code: String!) { agency(code: $code) { code nameTh units { nameTh } risks(first: 3) { edges { node { agency { code } titleTh mitigations { measureTh } } } } } }`;
    // A document is kept when it comes again.
    await ask('sample-1-editor', query, { code: 'SAMPLE-1' });
    settled.mockClear();
    const answers = [];
    for (const [persona, code] of [
      ['sample-1-editor', 'SAMPLE-1'],
      ['sample-2-editor', 'SAMPLE-2'],
      ['sample-1-editor', 'SAMPLE-1'],
      ['centre', 'SAMPLE-1'],
    ] as const) {
      const { agency } = await ask(persona, query, { code });
      expect(agency.code).toBe(code);
      expect(agency.risks.edges.length).toBeGreaterThan(0);
      for (const { node } of agency.risks.edges) expect(node.agency.code).toBe(code);
      answers.push(agency);
    }
    expect(answers[2]).toEqual(answers[0]);
    expect(plansMade()).toBe(1);
  });

  it('is planned anew where a variable has a say in it', async () => {
    const query = `query ($first: Int!, $with: Boolean!) { agency(code: "SAMPLE-1") { risks(first: $first) { edges { node { code mitigations @include(if: $with) { measureTh } } } } } }`;
    for (const [first, isWith] of [
      [2, true],
      [3, false],
      [1, true],
    ] as const) {
      const { edges } = (await ask('sample-1-editor', query, { first, with: isWith })).agency.risks;
      expect(edges).toHaveLength(first);
      for (const { node } of edges) expect('mitigations' in node).toBe(isWith);
    }
    expect(plansMade()).toBeGreaterThanOrEqual(3);
  });

  it('is planned anew where it matters who asks', async () => {
    const query = '{ libraryRisks(first: 1) { edges { node { code myResponse { agency { code } } } } } }';
    for (const persona of ['sample-1-editor', 'sample-2-editor', 'centre']) await ask(persona, query);
    expect(plansMade()).toBeGreaterThanOrEqual(3);
  });

  it('is planned for each of the types that one id may name', async () => {
    const query =
      'query ($id: ID!) { node(id: $id) { __typename ... on Agency { code } ... on Risk { code agency { code } } ... on Plan { titleTh projects(first: 1) { totalCount } } } }';
    const { agency } = await ask(
      'sample-1-editor',
      '{ agency(code: "SAMPLE-1") { id risks(first: 1) { edges { node { id } } } plans(first: 1) { edges { node { id } } } } }',
    );
    const ids = [agency.id, agency.risks.edges[0].node.id, agency.plans.edges[0].node.id];
    await ask('sample-1-editor', query, { id: agency.id });
    settled.mockClear();
    for (const id of [...ids, ...ids]) {
      const { node } = await ask('sample-1-editor', query, { id });
      if (node.__typename === 'Risk') expect(node.agency.code).toBe('SAMPLE-1');
      if (node.__typename === 'Plan') expect(node.projects.totalCount).toBeGreaterThan(0);
    }
    expect(plansMade()).toBe(3);
  });
});
