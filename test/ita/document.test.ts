import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import itaFile from '../../packages/seed/data/ita.json' with { type: 'json' };
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const ask = async (code: string, year: number) => {
  const { data, errors } = await registry.as('centre')(
    `query ($code: String!, $year: FiscalYear!) { itaAssessments(first: 5, where: { agency: { code: { eq: $code } }, fiscalYear: { eq: $year } }) { edges { node {
       fiscalYear status totalPrinted totalComputed totalComputedBasis totalFromWeighted totalAgrees gradePrinted grade gradeCode gradeAgrees sourceDocument
       instruments { code nameTh nameEn weightPercent respondents scorePrinted scoreComputed scoreAgrees weightedPrinted weightedComputed weightedAgrees weightedFromIndicators }
       indicators { number nameTh nameEn instrumentCode averagePrinted }
       respondentTables { number instrumentCode titleTh titleEn totalCountPrinted countSum countAgrees totalPercentPrinted percentSum percentAgrees
         rows { labelTh labelEn countPrinted percentPrinted percentComputed percentAgrees } }
       gapToNextGrade { gradeTh instrument points total totalShortfall blocking { instrument points } }
       trend { fiscalYear total change gradeCode } } } } }`,
    { code, year },
  );
  expect(errors).toEqual([]);
  const found = nodes(data.itaAssessments);
  expect(found).toHaveLength(1);
  return found[0];
};

const isValue = (value: unknown): boolean => value === null || typeof value !== 'object';
/** How many figures and words a part of the file states. */
const countOf = (part: unknown): number =>
  isValue(part) ? 1 : Object.values(part as object).reduce((sum: number, each) => sum + countOf(each), 0);

describe('document 000', () => {
  it('is answered whole: every figure of ita.json is what the API says', async () => {
    const result = await ask('BMA-CHOMTHONG', 2566);
    const { total, instruments, indicators, respondentTables } = itaFile;
    const asked = {
      total: {
        printed: result.totalPrinted,
        computedFromPrintedInstruments: result.totalFromWeighted,
        computedFromIndicators: result.totalComputed,
        gradePrintedTh: result.gradePrinted,
        gradePrintedEn: total.gradePrintedEn,
      },
      instruments: result.instruments.map(
        ({ weightedComputed, weightedFromIndicators, weightedAgrees: _agrees, ...each }: any) => ({
          ...each,
          indicatorNumbers: result.indicators
            .filter((one: any) => one.instrumentCode === each.code)
            .map((one: any) => one.number),
          weightedComputedFromPrintedScore: weightedComputed,
          weightedComputedFromIndicators: weightedFromIndicators,
        }),
      ),
      indicators: result.indicators.map(({ nameTh, nameEn, instrumentCode, ...each }: any) => ({
        ...each,
        titleTh: nameTh,
        titleEn: nameEn,
        instrument: instrumentCode,
      })),
      respondentTables: result.respondentTables.map(
        ({ instrumentCode, countSum, countAgrees, percentSum, percentAgrees, ...each }: any) => ({
          ...each,
          instrument: instrumentCode,
          countSumComputed: countSum,
          countSumAgrees: countAgrees,
          percentSumComputed: percentSum,
          percentSumAgrees: percentAgrees,
        }),
      ),
    };
    expect(asked).toEqual({ total, instruments, indicators, respondentTables });
    const values = countOf({ total, instruments, indicators, respondentTables });
    console.info(
      `ita.json: ${values} of ${values} values answered as they stand (100 %), ${respondentTables.length} tables of respondents`,
    );
  });

  it('is graded ผ่านดี, and says what is missing to the next grade', async () => {
    const result = await ask('BMA-CHOMTHONG', 2566);
    expect(result).toMatchObject({
      status: 'IMPORTED',
      sourceDocument: '000',
      grade: 'ผ่านดี',
      gradeCode: 'PASS_GOOD',
      gradeAgrees: true,
      totalAgrees: false,
      totalComputedBasis: 'INDICATORS',
      gapToNextGrade: {
        gradeTh: 'ผ่านดีเยี่ยม',
        instrument: 'IIT',
        points: '0.32',
        total: '97.31',
        totalShortfall: '0.00',
      },
      trend: [{ fiscalYear: 2566, total: '97.21', change: null }],
    });
  });
});

it('document 004 prints a grade without a score: nothing else is made up', async () => {
  const result = await ask('BMA-THONBURI', 2563);
  expect(result).toMatchObject({
    gradePrinted: 'A',
    totalPrinted: null,
    totalComputed: null,
    grade: null,
    gradeCode: null,
    gapToNextGrade: null,
    respondentTables: [],
  });
  expect(result.indicators.map(({ averagePrinted }: any) => averagePrinted)).toEqual(Array(10).fill(null));
});
