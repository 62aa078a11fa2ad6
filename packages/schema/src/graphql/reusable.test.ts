import { describe, expect, it } from '@jest/globals';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, getOperationAST, parse } from 'graphql';
import { reusable, sharingOfOperation } from './reusable.ts';

const text = { type: GraphQLString };
const cluster = new GraphQLObjectType({
  name: 'Cluster',
  fields: { count: text, risks: { ...text, extensions: reusable('ACCOUNT') } },
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      centre: { ...text, extensions: reusable('SCOPE') },
      editions: { ...text, extensions: reusable('ACCOUNT') },
      similar: { type: cluster, extensions: reusable('SCOPE') },
      tasks: text,
    },
  }),
  mutation: new GraphQLObjectType({ name: 'Mutation', fields: { centre: { ...text, extensions: reusable('SCOPE') } } }),
});

const sharing = (source: string, operationName?: string) => {
  const document = parse(source);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('There is no such operation.');
  return sharingOfOperation(schema, document, operation);
};

describe('who may be given an answer again', () => {
  it('is whoever shares the scope, or the account alone as soon as one field says so', () => {
    expect(sharing('{ centre }')).toBe('SCOPE');
    expect(sharing('{ again: centre centre __typename }')).toBe('SCOPE');
    expect(sharing('{ centre editions }')).toBe('ACCOUNT');
  });

  it('is the account alone where a field below leads to records, wherever it is written', () => {
    expect(sharing('{ similar { count } }')).toBe('SCOPE');
    expect(sharing('{ centre similar { count risks } }')).toBe('ACCOUNT');
    expect(sharing('{ similar { ...a } } fragment a on Cluster { risks }')).toBe('ACCOUNT');
  });

  it('is nobody when any root field has no mark, wherever it is written', () => {
    expect(sharing('{ centre tasks }')).toBeNull();
    expect(sharing('{ centre ... { ... on Query { tasks } } }')).toBeNull();
    expect(sharing('{ centre ...a } fragment a on Query { ...b } fragment b on Query { tasks }')).toBeNull();
    expect(sharing('{ ...a ...a } fragment a on Query { centre }')).toBe('SCOPE');
    expect(sharing('{ ...unknown centre }')).toBe('SCOPE');
  });

  it('does not hang on documents whose fragments go in circles', () => {
    expect(sharing('{ centre ...a } fragment a on Query { ...b } fragment b on Query { ...a tasks }')).toBeNull();
  });

  it('counts fields that may be left out as asked for', () => {
    expect(sharing('query ($no: Boolean!) { centre tasks @include(if: $no) }')).toBeNull();
    expect(sharing('{ centre tasks @skip(if: true) }')).toBeNull();
  });

  it('is nobody for introspection, mutations and questions about nothing', () => {
    expect(sharing('{ __schema { description } centre }')).toBeNull();
    expect(sharing('{ __type(name: "Query") { name } }')).toBeNull();
    expect(sharing('mutation { centre }')).toBeNull();
    expect(sharing('{ __typename }')).toBeNull();
  });

  it('looks at the chosen operation of a document', () => {
    const source = 'query Mine { tasks } query City { centre }';
    expect([sharing(source, 'Mine'), sharing(source, 'City')]).toEqual([null, 'SCOPE']);
  });
});
