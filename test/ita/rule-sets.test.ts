import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

describe('the rule sets of the ITA', () => {
  it('are read by anybody: instruments with their weights, indicators, and grades from the best', async () => {
    const { data } = await registry.public(
      `{ itaRuleSets { code fiscalYearFrom fiscalYearTo passMark completeness
         instruments { code weightPercent indicators { number } } indicators { number instrumentCode } grades { code leastTotal leastOfEachInstrument } } }`,
    );
    const instruments = [
      { code: 'IIT', weightPercent: '30.00', indicators: [1, 2, 3, 4, 5].map((number) => ({ number })) },
      { code: 'EIT', weightPercent: '30.00', indicators: [6, 7, 8].map((number) => ({ number })) },
      { code: 'OIT', weightPercent: '40.00', indicators: [9, 10].map((number) => ({ number })) },
    ];
    const ruleSets: any[] = data.itaRuleSets;
    expect(ruleSets.map(({ instruments }) => instruments)).toEqual([instruments, instruments]);
    expect(ruleSets.map(({ code, fiscalYearFrom, fiscalYearTo }) => [code, fiscalYearFrom, fiscalYearTo])).toEqual([
      ['ITA-2563', 2563, 2565],
      ['ITA-2566', 2566, null],
    ]);
    expect(ruleSets.map(({ passMark, completeness }) => [passMark, completeness])).toEqual([
      ['85.00', 'PARTIAL'],
      ['85.00', 'PARTIAL'],
    ]);
    const bands = ruleSets.map(({ grades }) =>
      grades.map(({ code, leastTotal, leastOfEachInstrument }: any) => [code, leastTotal, leastOfEachInstrument]),
    );
    expect(bands).toEqual([
      [
        ['AA', '95.00', null],
        ['A', '85.00', null],
        ['B', '75.00', null],
        ['C', '65.00', null],
        ['D', '55.00', null],
        ['E', '50.00', null],
        ['F', '0.00', null],
      ],
      [
        ['PASS_EXCELLENT', '95.00', '95.00'],
        ['PASS_GOOD', '85.00', '85.00'],
        ['PASS', '85.00', null],
        ['IMPROVE', '70.00', null],
        ['IMPROVE_URGENTLY', '0.00', null],
      ],
    ]);
  });

  it('apply by fiscal year, and none to a year of which nothing is known', async () => {
    const { data } = await registry.public(
      '{ y2562: itaRuleSet(fiscalYear: 2562) { code } y2565: itaRuleSet(fiscalYear: 2565) { code } y2570: itaRuleSet(fiscalYear: 2570) { code } }',
    );
    expect(data).toEqual({ y2562: null, y2565: { code: 'ITA-2563' }, y2570: { code: 'ITA-2566' } });
  });
});
