import { describe, expect, it } from '@jest/globals';
import { changesOf } from './content-changes.logic.ts';
import { storedContent } from './stored-content.logic.ts';

const step = (textTh: string, more: object, depth: object = {}) => ({ ...depth, textEn: null, textTh, ...more });
const plan = (steps: readonly object[], more: object = {}) => ({
  projects: [{ id: 'p', sequenceNo: 1, steps, ...more }],
});

const before = plan([step('จัดทำคู่มือ', { isSubStep: false }), step('เผยแพร่', { isSubStep: true })]);
const today = plan(
  [step('จัดทำคู่มือ', { isSubStep: false }, { depth: 1 }), step('เผยแพร่', { isSubStep: true }, { depth: 2 })],
  {
    rationaleTh: null,
  },
);

describe('a content that was stored before steps nested three deep', () => {
  it('differs in nothing from the same content of today', () => {
    expect(changesOf(storedContent(JSON.stringify(before)), today)).toEqual([]);
    expect(storedContent(JSON.stringify(today))).toEqual(today);
  });

  it('still differs by what was changed since', () => {
    const changed = plan([
      step('จัดทำคู่มือ', { isSubStep: false }, { depth: 1 }),
      step('เผยแพร่', { isSubStep: true }, { depth: 3 }),
    ]);
    expect(changesOf(storedContent(JSON.stringify(before)), changed)).toEqual([
      expect.objectContaining({ kind: 'CHANGED', place: 'projects/1', field: 'steps' }),
    ]);
  });
});
