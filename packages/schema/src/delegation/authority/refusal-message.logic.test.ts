import { describe, expect, it } from '@jest/globals';
import { line, statute } from './power-records.fixture.ts';
import { refusalMessage } from './refusal-message.logic.ts';

const refusal = { may: false, chain: [], ceiling: null } as const;

describe('a refusal', () => {
  it('is told in both languages, naming the line and order, or the law, at which the chain breaks', () => {
    expect(refusalMessage({ ...refusal, reason: 'EXPIRED', brokenAt: line('DIR', 'DEP', { lineNo: 2 }) })).toEqual({
      th: 'ลำดับ 2 ของคำสั่งที่ 118/2568 พ้นกำหนดแล้วในวันนั้น',
      en: 'Line 2 of order 118/2568 has expired by that day.',
    });
    expect(refusalMessage({ ...refusal, reason: 'ABOVE_CEILING', brokenAt: statute('DIR') }).en).toBe(
      'The statutory power has a ceiling below the amount.',
    );
  });

  it('for want of any line names none', () => {
    expect(refusalMessage({ ...refusal, reason: 'NO_LINE', brokenAt: null }).en).toBe(
      'No law and no order gives the position this power.',
    );
  });
});
