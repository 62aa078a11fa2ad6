import { expect, it } from '@jest/globals';
import { copiedRow } from './copied-row.logic.ts';

it('a row is continued in every column but its own and those that are named', () => {
  const row = { id: 'old', version: 3, origin: 'DOCUMENT', planId: 'plan', titleTh: 'ก', noteTh: null, years: [2569] };
  expect(copiedRow(row, 'planId')).toEqual({ titleTh: 'ก', noteTh: null, years: [2569] });
  expect(row.id).toBe('old');
});
