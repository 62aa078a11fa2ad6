import { describe, expect, it } from '@jest/globals';
import { fieldChanges, imageOf, nameOfRow } from './audit-changes.logic.ts';

describe('the changes of an audit entry', () => {
  it('are the fields that differ, as text, without keys and versions', () => {
    const before = { version: 1, titleTh: 'เดิม', score: null, quarters: [1, 2], dueOn: '2026-09-30' };
    const after = { version: 2, titleTh: 'ใหม่', score: 12, quarters: [1, 2, 3], dueOn: null };
    expect(fieldChanges(before, after)).toEqual([
      { field: 'titleTh', before: 'เดิม', after: 'ใหม่' },
      { field: 'score', before: null, after: '12' },
      { field: 'quarters', before: '1, 2', after: '1, 2, 3' },
      { field: 'dueOn', before: '2026-09-30', after: null },
    ]);
  });

  it('are what an added or removed row held', () => {
    const row = { id: 'x', agencyId: 'y', assessedById: 'z', code: 'R-01', noteTh: null, unitInferred: false };
    expect(fieldChanges({}, row)).toEqual([
      { field: 'code', before: null, after: 'R-01' },
      { field: 'unitInferred', before: null, after: 'false' },
    ]);
    expect(fieldChanges(row, {})).toHaveLength(2);
    expect(fieldChanges(imageOf(null), imageOf([1]))).toEqual([]);
  });
});

describe('the name of a row', () => {
  it('is its code, else the beginning of its text, else its year', () => {
    expect(nameOfRow({ code: 'R-01', titleTh: 'เหตุการณ์' })).toBe('R-01');
    expect(nameOfRow({ textTh: 'ขาดการสอบทาน' })).toBe('“ขาดการสอบทาน”');
    expect(nameOfRow({ textTh: 'ก'.repeat(80) })).toBe(`“${'ก'.repeat(60)}…”`);
    expect(nameOfRow({ fiscalYear: 2569 })).toBe('2569');
    expect(nameOfRow({ amount: 1 })).toBeNull();
  });
});
