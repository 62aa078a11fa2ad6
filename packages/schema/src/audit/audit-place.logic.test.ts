import { describe, expect, it } from '@jest/globals';
import { decodePlace, encodePlace } from './audit-place.logic.ts';

const place = {
  at: new Date('2026-11-21T07:05:00.123Z'),
  agencyId: '01930000-0000-7000-8000-000000000001',
  seq: 9_007_199_254_740_993n,
};

describe('a cursor of the audit trail', () => {
  it('names the place that it was made from', () => {
    expect(decodePlace(encodePlace(place))).toEqual(place);
  });

  it('is refused when it is anything else', () => {
    for (const text of ['', 'AE:1:x:1', `GPC:S:${place.agencyId}`, `AE:1:${place.agencyId}:1;DROP`, 'AE:::'])
      expect(decodePlace(Buffer.from(text).toString('base64'))).toBeNull();
  });
});
