import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schema } from '@registry/schema/schema.ts';
import { isNullableType } from 'graphql';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const refusals = (errors: readonly { path?: readonly unknown[]; extensions: Record<string, unknown> }[]) =>
  errors.map(({ path, extensions }) => [path?.[0], extensions.code]);

describe('a request of several root fields', () => {
  it('can lose any of them without losing the others: every root field is nullable', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter(({ type }) => !isNullableType(type))).toEqual([]);
  });

  it('tells what the first mutation did when the second is refused, and does the third', async () => {
    const { status, data, errors } = await registry.as('sample-1-agency-admin')(
      `mutation ($first: AddUnitInput!, $wrong: AddUnitInput!, $third: AddUnitInput!) {
        first: addUnit(input: $first) { unit { id code } }
        wrong: addUnit(input: $wrong) { unit { id } }
        third: addUnit(input: $third) { unit { code } }
      }`,
      {
        first: { code: 'ROOT-1', nameTh: 'หน่วยแรก' },
        wrong: { code: 'ROOT-1', nameTh: 'รหัสซ้ำ' },
        third: { code: 'ROOT-3', nameTh: 'หน่วยสาม' },
      },
    );
    expect([status, refusals(errors)]).toEqual([200, [['wrong', 'INVALID_INPUT']]]);
    expect(data).toEqual({
      first: { unit: { id: expect.any(String), code: 'ROOT-1' } },
      wrong: null,
      third: { unit: { code: 'ROOT-3' } },
    });
    const { data: kept } = await registry.as('sample-1-agency-admin')('query ($id: ID!) { node(id: $id) { id } }', {
      id: data.first.unit.id,
    });
    expect(kept.node.id).toBe(data.first.unit.id);
  });

  it('answers the queries that the viewer may ask beside one that is refused', async () => {
    const { data, errors } = await registry.as('sample-1-viewer')(
      '{ centre { riskLevels(fiscalYear: 2568) { key } } viewer { role } risks(first: 2) { edges { node { id } } } framework(version: "none") { version } }',
    );
    expect(refusals(errors).sort()).toEqual([
      ['centre', 'FORBIDDEN'],
      ['framework', 'NOT_FOUND'],
    ]);
    expect([data.centre, data.framework, data.viewer.role, nodes(data.risks)]).toEqual([
      null,
      null,
      'VIEWER',
      [{ id: expect.any(String) }, { id: expect.any(String) }],
    ]);
  });
});
