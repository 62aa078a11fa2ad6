import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  execute,
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLObjectType,
  GraphQLSchema,
  parse,
} from 'graphql';
import { createExecutionPlan } from './execution-plan.ts';
import { createExecutor } from './executor.ts';
import { markReaders } from './field-reader.ts';

const schema = markReaders(
  buildSchema(`
    interface Named { name: String }
    enum Colour { RED BLUE }
    type Part implements Named { name: String, size: Int!, whole: Whole, colours: [Colour!], grid: [[Float]] }
    type Whole implements Named { id: ID!, name: String, isNew: Boolean, parts: [Part!]!, any: [Named], late: Int }
    type Query { whole(id: ID = "1"): Whole, must(id: ID!): Whole!, named: [Named!] }
    type Mutation { change: Whole }
  `),
);

const bolt = {
  __typename: 'Part',
  name: 'bolt',
  size: 3,
  whole: null,
  colours: ['RED', 'BLUE'],
  grid: [[1, null], null],
};
const wheel = {
  __typename: 'Whole',
  id: 7,
  name: 'wheel',
  isNew: 1,
  parts: [bolt, { ...bolt, size: '4' }],
  any: [bolt, null],
};

let asked = 0;
/** What root fields find, for any arguments. */
function finding(found: Record<string, unknown>) {
  for (const [name, value] of Object.entries(found)) {
    const field = schema.getQueryType()?.getFields()[name];
    if (!field) throw new Error(`There is no Query.${name}.`);
    field.resolve = () => {
      asked += 1;
      if (value instanceof GraphQLError) throw value;
      return value;
    };
  }
}

/** Both answers to a document: ours and that of graphql-js, and whether there is a plan. */
async function answers(source: string, variableValues?: Record<string, unknown>) {
  const request = { document: parse(source), variableValues, contextValue: {} };
  asked = 0;
  const ours = JSON.stringify(await createExecutor(schema)(request));
  const times = asked;
  return {
    ours,
    theirs: JSON.stringify(await execute({ schema, ...request })),
    isPlanned: createExecutionPlan(schema, request.document).plan !== null,
    times,
  };
}

describe('what a plan copies', () => {
  it.each([
    '{ whole { id name isNew parts { name size colours grid } } }',
    '{ b: whole { z: name a: name } a: whole(id: 2) { name } __typename }',
    '{ whole { parts { size } parts { name size } ...a ... on Whole { id } } } fragment a on Whole { name parts { __typename } }',
    '{ whole { any { __typename ... on Part { size } ... on Named { name } ... on Whole { id } } parts { whole { id } } } }',
    'query ($id: ID!) { must(id: $id) { ... { name } } }',
    '{ named { name } }',
    'query A { whole { id } }',
  ])('is what graphql-js answers to %s', async (source) => {
    finding({ whole: wheel, must: Promise.resolve(wheel), named: null });
    const { ours, theirs, isPlanned } = await answers(source, { id: '1' });
    expect(isPlanned).toBe(true);
    expect(ours).toBe(theirs);
  });

  it('may come late, in its place among the others', async () => {
    finding({ whole: { ...wheel, late: Promise.resolve(5) } });
    const { ours, theirs, times } = await answers('{ whole { late name } }');
    expect(ours).toBe(theirs);
    expect(ours).toBe('{"data":{"whole":{"late":5,"name":"wheel"}}}');
    expect(times).toBe(1);
  });

  it('is nothing where a root field fails, which is asked once if it is alone', async () => {
    finding({ whole: new GraphQLError('No.', { extensions: { code: 'FORBIDDEN' } }), must: new Error('No.') });
    for (const source of ['{ whole { id } }', '{ a: must(id: 1) { id } }']) {
      const { ours, theirs, times } = await answers(source);
      expect(ours).toBe(theirs);
      expect(ours).toContain('"errors"');
      expect(times).toBe(1);
    }
    const { ours, theirs } = await answers('{ must(id: 1) { id } whole { id } }');
    expect(ours).toBe(theirs);
  });
});

const asking = '{ whole { name late parts { size colours grid } } }';

describe('what cannot be had', () => {
  it.each([
    ['no value', { ...wheel, parts: null }],
    ['no value inside', { ...wheel, parts: [bolt, null] }],
    ['no value deep inside', { ...wheel, parts: [{ ...bolt, size: null }, bolt] }],
    ['a value of another kind', { ...wheel, parts: [{ ...bolt, size: 1.5 }] }],
    ['a value that is too large', { ...wheel, parts: [bolt, { ...bolt, size: 2 ** 31 }] }],
    ['an unknown name', { ...wheel, parts: [{ ...bolt, colours: ['GREEN'] }] }],
    ['unknown names in several rows', { ...wheel, parts: [bolt, { ...bolt, colours: ['RED', 'GREEN', 'PINK'] }] }],
    ['an error', { ...wheel, name: new Error('Not this one.') }],
    ['an error in lists', { ...wheel, parts: [bolt, { ...bolt, grid: [[1], [2, new Error('Not this one.')]] }] }],
    ['a promise that fails', { ...wheel, late: Promise.reject(new Error('Too late.')) }],
    ['a refusal', new GraphQLError('No.', { extensions: { code: 'FORBIDDEN' } })],
  ])('is told as graphql-js tells it, and nothing is asked again: %s', async (_what, found) => {
    finding({ whole: found, must: found });
    for (const source of [asking, `{ must(id: 1) { name parts { size colours } } }`]) {
      const { ours, theirs, isPlanned, times } = await answers(source);
      expect(isPlanned).toBe(true);
      expect(ours).toBe(theirs);
      expect(times).toBe(1);
    }
    expect((await answers(asking)).ours).toContain('"errors"');
    const { ours, theirs, times } = await answers(
      '{ __typename a: whole { late parts { size } } whole { name parts { colours } } }',
    );
    expect(ours).toBe(theirs);
    expect(times).toBe(2);
  });

  it('is told with its places in the lists around it, also where it comes late', async () => {
    const inner = (name: string, late: unknown) => ({ ...wheel, name, late });
    finding({
      whole: {
        ...wheel,
        parts: [
          { ...bolt, whole: inner('a', Promise.resolve(1)) },
          { ...bolt, whole: inner('b', Promise.reject(new Error('Too late.'))) },
          { ...bolt, whole: inner('c', Promise.resolve(2.5)) },
        ],
      },
    });
    const { ours, theirs, times } = await answers('{ whole { parts { whole { late parts { size } } } } }');
    expect(ours).toBe(theirs);
    expect(ours).toContain('["whole","parts",1,"whole","late"]');
    expect(times).toBe(1);
  });
});

describe('what graphql-js is left', () => {
  it.each([
    'mutation { change { id } }',
    '{ __schema { queryType { name } } }',
    '{ whole { id @skip(if: false) } }',
    '{ whole { ... @include(if: true) { id } } }',
    '{ whole { __proto__: id } }',
  ])('has no plan: %s', async (source) => {
    finding({ whole: wheel });
    const { ours, theirs, isPlanned } = await answers(source);
    expect(isPlanned).toBe(false);
    expect(ours).toBe(theirs);
  });

  it('has no plan when fragments inside each other make it boundless', async () => {
    finding({ whole: wheel });
    const alias = (name: string) =>
      ['a', 'b', 'c', 'd'].map((key) => `${key}: parts { whole { ...${name} } }`).join(' ');
    const fragments = [1, 2, 3, 4].map((level) => `fragment f${level} on Whole { ${alias(`f${level + 1}`)} }`);
    const { ours, theirs, isPlanned } = await answers(
      `{ whole { ...f1 } } ${fragments.join(' ')} fragment f5 on Whole { id }`,
    );
    expect(isPlanned).toBe(false);
    expect(ours).toBe(theirs);
  });

  it.each([
    ['a promise in a list', { ...wheel, parts: [Promise.resolve(bolt)] }],
    ['no list', { ...wheel, parts: new Set([bolt]) }],
    ['another type', { ...wheel, any: [{ __typename: 'Query' }] }],
  ])('is an answer with %s', async (_what, found) => {
    finding({ whole: found });
    const { ours, theirs, isPlanned, times } = await answers('{ whole { name parts { colours } any { name } } }');
    expect(isPlanned).toBe(true);
    expect(ours).toBe(theirs);
    expect(times).toBe(2);
  });

  it('is a request with variables of another kind', async () => {
    finding({ must: wheel });
    const { ours, theirs, times } = await answers('query ($id: ID!) { must(id: $id) { id } }', { id: {} });
    expect(ours).toBe(theirs);
    expect(times).toBe(0);
  });

  it('is a field of unknown origin, and one that anything was put before', () => {
    const number = { type: GraphQLInt };
    const made = new GraphQLObjectType({
      name: 'Made',
      fields: {
        plain: number,
        short: { ...number, resolve: ({ plain }) => plain },
        long: { ...number, resolve: (_row, _args, context) => context },
      },
    });
    const query = new GraphQLObjectType({ name: 'Query', fields: { made: { type: new GraphQLList(made) } } });
    const marked = markReaders(new GraphQLSchema({ query }));
    const isPlanned = (source: string) => createExecutionPlan(marked, parse(source)).plan !== null;
    expect(isPlanned('{ made { plain short } }')).toBe(true);
    expect(isPlanned('{ made { plain long } }')).toBe(false);
    const { plain } = made.getFields();
    if (plain) plain.resolve = () => 1;
    expect(isPlanned('{ made { plain short } }')).toBe(false);
  });
});

it('looks at a document once, and no more at one that cannot be copied', async () => {
  const execution = createExecutor(schema);
  const document = parse('{ whole { parts { size } } }');
  const ask = async (found: unknown) => {
    finding({ whole: found });
    asked = 0;
    await execution({ document, contextValue: {} });
    return asked;
  };
  expect(await ask(wheel)).toBe(1);
  expect(await ask({ ...wheel, parts: null })).toBe(1);
  expect(await ask(wheel)).toBe(1);
  expect(await ask({ ...wheel, parts: [Promise.resolve(bolt)] })).toBe(2);
  expect(await ask({ ...wheel, parts: null })).toBe(1);
});
