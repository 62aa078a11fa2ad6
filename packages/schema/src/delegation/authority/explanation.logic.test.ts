import { describe, expect, it } from '@jest/globals';
import { authority } from './authority.logic.ts';
import { explanationOf } from './explanation.logic.ts';
import { baht, day, line, statute } from './power-records.fixture.ts';

const question = { verb: 'APPROVE', processArea: 'PROCUREMENT', on: day('2026-01-01') } as const;
const records = {
  statutoryPowers: [statute('DIR')],
  lines: [line('DIR', 'DEP', { ceilingAmount: baht('500000') })],
  appointments: [],
};
const explain = (positionId: string) => explanationOf(authority(records, { ...question, positionId }));

describe('an answer is explained', () => {
  it('by its chain and ceiling', () => {
    expect(explain('DEP')).toEqual({
      th: 'มีอำนาจ: อำนาจตามกฎหมาย → ลำดับ 1 ของคำสั่งที่ 118/2568 ไม่เกิน 500000.00 บาท',
      en: 'It may: The statutory power → Line 1 of order 118/2568, up to 500000.00 baht.',
    });
    expect(explain('DIR').en).toBe('It may: The statutory power, without a ceiling.');
  });

  it('or by what is in its way', () => {
    expect(explain('HEAD').en).toBe('No law and no order gives the position this power.');
  });
});
