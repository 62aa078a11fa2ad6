import { describe, expect, it } from '@jest/globals';
import { createExecutionPlan } from '@registry/schema/execution/execution-plan.ts';
import { schema } from '@registry/schema/schema.ts';
import { getOperationAST, parse } from 'graphql';
import { documents } from '../bench/dialects/documents.ts';

/** Why an operation is left to graphql-js; null where a plan answers it. */
function leftFor(text: string): string | null {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  return createExecutionPlan(schema, document, operation).fallback;
}

describe('plans', () => {
  it('answer the reads that the bench compares, down to states that are told by the day', () => {
    const left = Object.entries(documents).map(([name, text]) => [name, leftFor(text)]);
    expect(Object.fromEntries(left)).toEqual({
      Q1: null,
      Q2: null,
      Q3: null,
      Q4: null,
      Q5: 'not a query',
      G1: null,
      F1: null,
      S1: null,
      T1: null,
    });
  });
});
