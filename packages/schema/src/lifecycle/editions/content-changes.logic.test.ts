import { describe, expect, it } from '@jest/globals';
import { changesOf } from './content-changes.logic.ts';

const risk = (id: string, code: string, more: object = {}) => ({
  id,
  code,
  titleTh: 'เรียกรับผลประโยชน์',
  mitigations: [],
  ...more,
});

describe('changes between two contents of a record', () => {
  it('are none between equal contents, whatever the order of the items', () => {
    const before = { fiscalYear: 2568, risks: [risk('a', 'R-01'), risk('b', 'R-02')] };
    const after = { fiscalYear: 2568, risks: [risk('b', 'R-02'), risk('a', 'R-01')] };
    expect(changesOf(before, after)).toEqual([]);
  });

  it('name added, removed and changed items by their place, however deep', () => {
    const measure = { id: 'm', measureTh: 'หมุนเวียนเจ้าหน้าที่', status: 'PLANNED' };
    const before = { risks: [risk('a', 'R-01', { mitigations: [measure] }), risk('b', 'R-02')] };
    const after = {
      risks: [risk('a', 'R-01', { mitigations: [{ ...measure, status: 'DONE' }], level: 'HIGH' }), risk('c', 'R-03')],
    };
    expect(changesOf(before, after)).toEqual([
      {
        kind: 'CHANGED',
        place: 'risks/R-01/mitigations/หมุนเวียนเจ้าหน้าที่',
        itemId: 'm',
        field: 'status',
        before: 'PLANNED',
        after: 'DONE',
      },
      { kind: 'CHANGED', place: 'risks/R-01', itemId: 'a', field: 'level', before: null, after: 'HIGH' },
      expect.objectContaining({ kind: 'REMOVED', place: 'risks/R-02', itemId: 'b' }),
      expect.objectContaining({ kind: 'ADDED', place: 'risks/R-03', itemId: 'c' }),
    ]);
  });

  it('compare lists of plain values as a whole', () => {
    expect(changesOf({ corruptionTypes: ['BRIBERY'] }, { corruptionTypes: ['BRIBERY', 'OTHER'] })).toEqual([
      {
        kind: 'CHANGED',
        place: '',
        itemId: null,
        field: 'corruptionTypes',
        before: '["BRIBERY"]',
        after: '["BRIBERY","OTHER"]',
      },
    ]);
  });
});
