import type { GradeBand, Standing } from './grade.logic.ts';
import type { PrintedResult, ResultRules } from './result.logic.ts';

const band = (rank: number, code: string, nameTh: string, leastTotal: number, each: number | null): GradeBand => ({
  code,
  nameTh,
  nameEn: code,
  rank,
  leastTotal,
  leastOfEachInstrument: each,
});

export const from2566: readonly GradeBand[] = [
  band(1, 'PASS_EXCELLENT', 'ผ่านดีเยี่ยม', 9500, 9500),
  band(2, 'PASS_GOOD', 'ผ่านดี', 8500, 8500),
  band(3, 'PASS', 'ผ่าน', 8500, null),
  band(4, 'IMPROVE', 'ต้องปรับปรุง', 7000, null),
  band(5, 'IMPROVE_URGENTLY', 'ต้องปรับปรุงโดยด่วน', 0, null),
];

export const until2565: readonly GradeBand[] = [
  band(1, 'AA', 'AA', 9500, null),
  band(2, 'A', 'A', 8500, null),
  band(3, 'B', 'B', 7500, null),
  band(4, 'C', 'C', 6500, null),
  band(5, 'D', 'D', 5500, null),
  band(6, 'E', 'E', 5000, null),
  band(7, 'F', 'F', 0, null),
];

export const rulesOf2566: ResultRules = {
  instruments: [
    { code: 'IIT', weight: 3000, indicators: [1, 2, 3, 4, 5] },
    { code: 'EIT', weight: 3000, indicators: [6, 7, 8] },
    { code: 'OIT', weight: 4000, indicators: [9, 10] },
  ],
  grades: from2566,
};

/** A total and the scores of the three instruments, in hundredths. */
export const standingOf = (total: number | null, scores: readonly (number | null)[]): Standing => ({
  total,
  instruments: rulesOf2566.instruments.map(({ code, weight }, index) => ({
    code,
    weight,
    score: scores[index] ?? null,
  })),
});

/** What document 000 prints of Chom Thong's result of FY2566. */
export const chomThong: PrintedResult = {
  totalPrinted: '97.21',
  instruments: [
    { code: 'IIT', scorePrinted: '94.68', weightedPrinted: '28.40' },
    { code: 'EIT', scorePrinted: '96.04', weightedPrinted: '28.81' },
    { code: 'OIT', scorePrinted: '100', weightedPrinted: '40.00' },
  ],
  indicators: ['96.71', '92.96', '94.7', '95.28', '92.84', '97.59', '95.24', '94.81', '100.00', '100.00'].map(
    (averagePrinted, index) => ({ number: index + 1, averagePrinted }),
  ),
};
