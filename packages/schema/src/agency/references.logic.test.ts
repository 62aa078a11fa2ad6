import { describe, expect, it } from '@jest/globals';
import { referenceProblems } from './references.logic.ts';

describe('what refers to a unit', () => {
  it('is said by kind and number, and nothing is said of what does not', () => {
    const problems = referenceProblems('unitId', [
      { th: 'ตำแหน่ง', en: 'positions', count: 2 },
      { th: 'ความเสี่ยง', en: 'risks', count: 0 },
    ]);
    expect(problems).toEqual([
      {
        field: 'unitId',
        message: {
          th: 'ยังมีตำแหน่งอ้างถึงอยู่ 2 รายการ โปรดย้ายไปที่อื่นก่อน',
          en: '2 positions still refer to it: move them elsewhere first.',
        },
      },
    ]);
  });
});
