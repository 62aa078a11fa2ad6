import { expect, test } from '@jest/globals';
import { operationKindOf, operationNameOf } from './operation.ts';

test('the name that is sent is one of the text, the chosen one if it is there', () => {
  expect(operationNameOf('query A { a }', 'Stale')).toBe('A');
  expect(operationNameOf('query A { a } query B { b }', 'B')).toBe('B');
  expect(operationNameOf('{ a }', 'Stale')).toBeUndefined();
  expect(operationNameOf('query A {', 'A')).toBeUndefined();
});

test('a text with any mutation in it is not taken for a query', () => {
  expect(operationKindOf('query A { a } mutation B { b }')).toBe('mutation');
  expect(operationKindOf('fragment F on T { a } query A { ...F }')).toBe('query');
  expect(operationKindOf('')).toBeNull();
});
