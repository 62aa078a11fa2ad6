import { describe, expect, test } from '@jest/globals';
import { keepReading, readingOf, summaryOf } from './readings.ts';

describe('what is said of an answer', () => {
  test('names whom it was given, also where another got the same in another tab', () => {
    const answer = { data: { agencies: { totalCount: 82 } } };
    keepReading('first', answer, { asWhom: 'ผู้ดูข้อมูล', status: 200, milliseconds: 3 });
    keepReading('second', answer, { asWhom: 'ศปท.กทม.', status: 200, milliseconds: 4 });
    const text = JSON.stringify(answer, null, 2);
    expect([readingOf('first', text)?.asWhom, readingOf('second', text)?.asWhom]).toEqual(['ผู้ดูข้อมูล', 'ศปท.กทม.']);
    expect(readingOf('third', text)).toBeNull();
    expect(readingOf('first', '{}')).toBeNull();
  });

  test('shows what the server notices about it', () => {
    const answer = {
      data: {},
      extensions: {
        cost: { requested: 3, limit: 10 },
        notices: [{ code: 'BUILT_ON_SAMPLES', message: 'ข้อมูลตัวอย่าง' }, 7],
      },
    };
    expect(summaryOf(answer)).toEqual({ errorCount: 0, cost: '3 / 10', notices: ['ข้อมูลตัวอย่าง'] });
    expect(summaryOf({ data: {} })).toEqual({ errorCount: 0, cost: null, notices: [] });
  });
});
