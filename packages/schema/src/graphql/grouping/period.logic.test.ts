import { describe, expect, it } from '@jest/globals';
import { daysOfPeriod, periodLabel } from './period.logic.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe('a period', () => {
  it.each([
    ['YEAR', '2025-01-01', '2025-12-31', 'พ.ศ. 2568', '2025'],
    ['QUARTER', '2025-10-01', '2025-12-31', 'ไตรมาสที่ 1 ปีงบประมาณ 2569', 'Quarter 1 of fiscal year 2569'],
    ['QUARTER', '2025-07-01', '2025-09-30', 'ไตรมาสที่ 4 ปีงบประมาณ 2568', 'Quarter 4 of fiscal year 2568'],
    ['MONTH', '2024-02-01', '2024-02-29', 'กุมภาพันธ์ 2567', 'February 2024'],
    ['MONTH', '2025-12-01', '2025-12-31', 'ธันวาคม 2568', 'December 2025'],
  ] as const)('%s of %s ends on %s and is called %s', (period, first, last, th, en) => {
    expect(daysOfPeriod(period, day(first))).toEqual({ firstDay: day(first), lastDay: day(last) });
    expect(periodLabel(period, day(first))).toEqual({ th, en });
  });
});
