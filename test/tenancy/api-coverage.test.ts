import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { Pipeline } from '@registry/schema/tenancy/pipeline.ts';
import { compileRead, isCompiled } from '@registry/schema/tenancy/sql-builder/compile-read.ts';
import { NotCompilable } from '@registry/schema/tenancy/sql-builder/sql-builder.ts';
import fc from 'fast-check';
import { isObjectType } from 'graphql';
import { tenantTypes } from '../contract/isolation-world.ts';
import { drawn, generated } from '../kit/generated.ts';
import { type Client, type Registry, startRegistry } from '../kit/registry.ts';
import { selectionOf } from '../kit/schema-walk.ts';
import { machineryOn } from '../kit/switches.ts';
import { type Ids, question } from './api-questions.ts';

const SEED = 25_690_102;
const COMPILED_MIN = 0.99;

const left = new Map<string, number>();
const carry = jest.spyOn(Pipeline.prototype, 'run');

function reasonOf(model: string, operation: string, args: Readonly<Record<string, unknown>>): string {
  if (!isCompiled(operation)) return `${operation} of ${model}`;
  try {
    compileRead(model, operation, args);
    return `the scope of ${model}`;
  } catch (error) {
    if (error instanceof NotCompilable) return `${error.message} (${model})`;
    throw error;
  }
}

let registry: Registry;
let ids: Ids;
let askers: Client[];
beforeAll(async () => {
  registry = await startRegistry({
    limits: { costMax: Number.MAX_SAFE_INTEGER },
    responseCacheMb: 0,
    switches: machineryOn,
    onFallback: (model, operation, args) => {
      const reason = reasonOf(model, operation, args);
      left.set(reason, (left.get(reason) ?? 0) + 1);
    },
  });
  const found = await Promise.all(
    tenantTypes.map(async (type): Promise<[string, string[]]> => {
      const rows = await registry.rows<{ id: string }>(
        `SELECT t.id FROM "${type}" t JOIN "Agency" a ON a.id = t."agencyId" WHERE a.code IN ('SAMPLE-1', 'BMA-CHOMTHONG') ORDER BY t.id LIMIT 12`,
      );
      return [type, rows.map(({ id }) => id)];
    }),
  );
  ids = new Map(found);
  askers = [...['sample-1-approver', 'chomthong-editor', 'centre', 'analyst'].map(registry.as), registry.public];
});
afterAll(() => registry.stop());

it('what the API asks is compiled, but for a few questions', async () => {
  const roots = Object.values(unguardedSchema.getQueryType()?.getFields() ?? {}).filter(
    ({ name }) => !['node', 'nodes'].includes(name),
  );
  const faults: string[] = [];
  let questions = 0;
  const ask = async (query: string, asker: Client, variables = {}) => {
    questions += 1;
    const { errors, text } = await asker(query, variables);
    if (
      errors.some(
        ({ extensions }) =>
          !extensions.code || ['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED'].includes(extensions.code),
      )
    )
      faults.push(`${query} ${text.slice(0, 300)}`);
  };
  carry.mockClear();
  for (const [place, field] of roots.entries()) {
    const asked = question(field, ids, 1);
    if (!asked) continue;
    for (const [turn, text] of fc.sample(asked, { numRuns: generated(askers.length), seed: SEED + place }).entries()) {
      const asker = askers[(place + turn) % askers.length];
      if (asker) await ask(`{ ${text} }`, asker);
    }
  }
  for (const [name, [id]] of ids) {
    const type = unguardedSchema.getType(name);
    if (!isObjectType(type) || !id) continue;
    const query = `query ($id: ID!) { node(id: $id) { ... on ${name} { ${selectionOf(type, 2)} } } }`;
    for (const asker of drawn(askers)) await ask(query, asker, { id: encodeGlobalId(name, id) });
  }
  const compiled = carry.mock.calls.length;
  const fallen = [...left.values()].reduce((sum, times) => sum + times, 0);
  const share = compiled / (compiled + fallen);
  console.info(
    [
      `${questions} questions made ${compiled + fallen} reads: ${(share * 100).toFixed(1)} % compiled, ${faults.length} faults`,
      ...[...left].sort(([, a], [, b]) => b - a).map(([reason, times]) => `left to Prisma ${times} times: ${reason}`),
      ...faults.slice(0, 5),
    ].join('\n'),
  );
  expect(faults).toHaveLength(0);
  expect(share).toBeGreaterThanOrEqual(COMPILED_MIN);
}, 1_800_000);
