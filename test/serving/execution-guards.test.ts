import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allow } from '@registry/schema/access/shield.ts';
import { createExecutionPlan } from '@registry/schema/execution/execution-plan.ts';
import { createExecutor, executePlan } from '@registry/schema/execution/executor.ts';
import { readerOf } from '@registry/schema/execution/field-reader.ts';
import { effectiveRules } from '@registry/schema/permissions.ts';
import { schema, unguardedSchema } from '@registry/schema/schema.ts';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { argumentsOf, objectTypeOf } from '../kit/schema-walk.ts';
import { openWorld, type World } from './execution-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

type Place = { readonly type: string; readonly field: string };

const fieldOf = (of: GraphQLSchema, { type, field }: Place): GraphQLField<unknown, unknown> => {
  const found = of.getType(type);
  const guarded = isObjectType(found) ? found.getFields()[field] : undefined;
  if (!guarded) throw new Error(`There is no ${type}.${field}.`);
  return guarded;
};

/** Every field beneath the root that has a rule of its own. */
const guarded: readonly Place[] = [...effectiveRules(unguardedSchema)]
  .filter(([type]) => !['Query', 'Mutation', 'Subscription'].includes(type))
  .flatMap(([type, rules]) =>
    [...rules].filter(([, rule]) => rule !== allow).map(([field]): Place => ({ type, field })),
  );

const kindOf = (place: Place) => readerOf(fieldOf(schema, place))?.kind;
const pages = guarded.filter((place) => kindOf(place) === 'PAGE');
const calls = guarded.filter((place) => kindOf(place) === 'CALL');
const others = guarded.filter((place) => !kindOf(place));

/** A document with the field, wherever it can be asked. */
function documentWith(place: Place): string {
  const field = fieldOf(schema, place);
  const beneath = objectTypeOf(field.type) ? ' { __typename }' : '';
  return documentAround(place.type, `${place.field}${argumentsOf(field)}${beneath}`);
}

function documentAround(typeName: string, asked: string): string {
  const type = schema.getType(typeName);
  if (type === schema.getQueryType()) return `{ ${asked} }`;
  if (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'))
    return `{ node(id: "any") { ... on ${typeName} { ${asked} } } }`;
  for (const above of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const field = Object.values(above.getFields()).find((each) => getNamedType(each.type) === type);
    if (field && above !== type) return documentAround(above.name, `${field.name}${argumentsOf(field)} { ${asked} }`);
  }
  throw new Error(`Nothing leads to ${typeName}.`);
}

/** What our executor answers, which must be what graphql-js does. */
async function answerAsGraphqlJs(document: DocumentNode, persona: string | null): Promise<ExecutionResult> {
  const viewer = await world.viewer(persona);
  const ours = await createExecutor(schema)({ document, contextValue: world.contextFor(viewer) });
  const theirs = await execute({ schema, document, contextValue: world.contextFor(viewer) });
  expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
  return ours;
}

describe('a field that has a rule', () => {
  it('is copied from no row: a document with it has no plan, or its page is made by its own resolver', () => {
    expect(others.length).toBeGreaterThan(20);
    expect(pages.length).toBeGreaterThan(5);
    for (const place of others) {
      expect(readerOf(fieldOf(schema, place))).toBeNull();
      expect([documentWith(place), createExecutionPlan(schema, parse(documentWith(place))).plan]).toEqual([
        documentWith(place),
        null,
      ]);
    }
    // It is the rule that makes the difference: without it, some of them are copied.
    const copied = others.filter((place) => createExecutionPlan(unguardedSchema, parse(documentWith(place))).plan);
    expect(copied.map(({ type, field }) => `${type}.${field}`)).toEqual(
      expect.arrayContaining(['Agency.units', 'Agency.positions']),
    );
  });

  it('has whatever stands before its page asked for every row', async () => {
    const viewer = await world.viewer('centre');
    for (const { type, field } of pages.filter((place) => place.type === 'Agency')) {
      let calls = 0;
      const counting = applyMiddleware(unguardedSchema, {
        [type]: {
          [field]: (next: (...given: unknown[]) => unknown, ...given: unknown[]) => {
            calls += 1;
            return next(...given);
          },
        },
      });
      const document = parse(
        `{ agencies(first: 3) { edges { node { code ${field}(first: 2) { edges { cursor } } } } } }`,
      );
      const { plan } = createExecutionPlan(counting, document);
      if (!plan) throw new Error(`${type}.${field} has no plan.`);
      const ours = await executePlan(plan, { document, contextValue: world.contextFor(viewer) });
      expect(calls).toBe(3);
      const theirs = await execute({ schema: counting, document, contextValue: world.contextFor(viewer) });
      expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
    }
  }, 120_000);

  it('is asked behind its rule where it is no part of a row', async () => {
    expect(calls.length).toBeGreaterThan(3);
    for (const place of calls) {
      const document = parse(documentWith(place));
      expect(createExecutionPlan(schema, document).plan).not.toBeNull();
      for (const persona of ['sample-1-editor', 'centre']) await answerAsGraphqlJs(document, persona);
      expect((await answerAsGraphqlJs(document, null)).errors).toHaveLength(1);
    }
  }, 120_000);

  it('is refused to whoever may not read it, with the errors of graphql-js', async () => {
    for (const { field } of pages.filter((place) => place.type === 'Agency')) {
      const document = parse(
        `{ agencies(first: 2) { edges { node { code ${field}(first: 2) { edges { cursor } } } } } }`,
      );
      for (const persona of ['city-admin', 'auditor']) await answerAsGraphqlJs(document, persona);
      expect((await answerAsGraphqlJs(document, null)).errors).toHaveLength(2);
    }
  }, 120_000);
});
