import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

describe('questions about the schema', () => {
  const standard = getIntrospectionQuery({
    inputValueDeprecation: true,
    specifiedByUrl: true,
    schemaDescription: true,
    directiveIsRepeatable: true,
    oneOf: true,
  });
  const objectsIn = (value: unknown): number =>
    typeof value !== 'object' || value === null
      ? 0
      : Object.values(value).reduce<number>((sum, part) => sum + objectsIn(part), Array.isArray(value) ? 0 : 1);

  it('cost what they return; the usual one of tools is answered', async () => {
    for (const query of [
      getIntrospectionQuery(),
      standard,
      '{ __type(name: "Risk") { name fields { name args { name type { name ofType { name } } } } } }',
    ]) {
      const { data, errors, extensions } = await registry.public(query);
      expect(errors).toEqual([]);
      expect(extensions.cost.requested).toBeGreaterThanOrEqual(objectsIn(data) - 1);
      expect(extensions.cost.requested).toBeLessThan(extensions.cost.limit / 10);
    }
  });

  it('and suggestions are for those who are signed in, where an operator closes them to the public', async () => {
    const closed = await startRegistry({ database: registry.database, limits: { publicIntrospection: false } });
    try {
      for (const query of [
        standard,
        '{ __type(name: "Risk") { name } }',
        '{ ...a } fragment a on Query { x: __schema { description } }',
      ]) {
        const { status, data, errors } = await closed.public(query);
        expect([status, data, errors[0]?.extensions.code]).toEqual([401, null, 'UNAUTHENTICATED']);
        expect((await closed.as('sample-1-viewer')(query)).errors).toEqual([]);
      }
      expect((await closed.public('{ __typename editions(first: 1) { __typename } }')).errors).toEqual([]);
      const typos: [string, Record<string, unknown>][] = [
        ['{ viewr { role } }', {}],
        ['{ risks(first: 1, where: { level: { eq: HIHG } }) { totalCount } }', {}],
        ['query ($k: RiskWhere) { risks(first: 1, where: $k) { totalCount } }', { k: { cod: { eq: 'R' } } }],
      ];
      for (const [query, variables] of typos) {
        const hidden = await closed.public(query, variables);
        const shown = await closed.as('sample-1-viewer')(query, variables);
        expect([hidden.status, shown.status]).toEqual([400, 400]);
        expect(hidden.text).not.toMatch(/Did you mean/);
        expect(shown.text).toMatch(/Did you mean/);
      }
    } finally {
      await closed.app.close();
    }
  });
});
