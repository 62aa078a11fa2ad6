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

const grade = (code: string, leastTotal: string, leastOfEachInstrument: string | null = null) => ({
  code,
  nameTh: `ระดับ ${code}`,
  nameEn: code,
  leastTotal,
  leastOfEachInstrument,
});
const names = { nameTh: 'ชื่อ', nameEn: 'Name' };
const proposed = {
  code: 'ITA-2572',
  titleTh: 'เกณฑ์ใหม่',
  titleEn: 'New rules',
  fiscalYearFrom: 2572,
  passMark: '80',
  sourceTh: 'ประกาศ',
  instruments: [
    { instrument: 'IIT', weightPercent: '60', ...names },
    { instrument: 'OIT', weightPercent: '40', ...names },
  ],
  indicators: [1, 2].map((number) => ({ number, instrument: number === 1 ? 'IIT' : 'OIT', ...names })),
  grades: [grade('GOOD', '80', '80'), grade('PASS', '80'), grade('FAIL', '0')],
};

describe('a new rule set', () => {
  const keeper = () => registry.person('city-admin');
  const codesOf = async (input: Readonly<Record<string, unknown>>) => {
    const { errors } = await keeper().tries('addItaRuleSet', input);
    return (errors[0]?.extensions.fields ?? []).map(({ code }: any) => code).sort();
  };

  it('is refused with everything that is wrong with it: weights, indicators, grades, years', async () => {
    const wrong = {
      ...proposed,
      code: 'ITA-2566',
      fiscalYearFrom: 2560,
      fiscalYearTo: 2564,
      passMark: '81',
      instruments: [...proposed.instruments, { instrument: 'EIT', weightPercent: '1', ...names }],
      indicators: [
        ...proposed.indicators,
        { number: 2, instrument: 'IIT', ...names },
        { number: 5, instrument: 'IIT', ...names },
      ],
      grades: [grade('PASS', '80'), grade('GOOD', '80', '80'), grade('PASS', '10')],
    };
    expect(await codesOf(wrong)).toEqual(
      [
        'GRADES_LEAVE_A_GAP',
        'GRADES_OVERLAP',
        'GRADE_TWICE',
        'INDICATOR_NUMBERS_BROKEN',
        'INDICATOR_TWICE',
        'INSTRUMENT_WITHOUT_INDICATORS',
        'PASS_MARK_WITHIN_GRADE',
        'RULE_SET_TAKEN',
        'RULE_SET_YEARS_OVERLAP',
        'WEIGHTS_DO_NOT_ADD_UP',
      ].sort(),
    );
  });

  it('ends the one in force, applies from its year on, and is said to be complete once', async () => {
    const { ruleSet } = await keeper().does(
      'addItaRuleSet',
      proposed,
      'ruleSet { code completeness grades { rank code } instruments { code indicators { number } } }',
    );
    expect(ruleSet).toMatchObject({ code: 'ITA-2572', completeness: 'PARTIAL' });
    const { data } = await registry.public(
      '{ last: itaRuleSet(fiscalYear: 2571) { code fiscalYearTo } new: itaRuleSet(fiscalYear: 2580) { code } }',
    );
    expect(data).toEqual({ last: { code: 'ITA-2566', fiscalYearTo: 2571 }, new: { code: 'ITA-2572' } });
    const done = { code: 'ITA-2572', reason: 'ตรวจกับประกาศแล้ว' };
    await keeper().does('completeItaRuleSet', done);
    expect(await keeper().isRefused('completeItaRuleSet', done)).toEqual(['ILLEGAL_TRANSITION']);
    expect(await keeper().isRefused('completeItaRuleSet', { ...done, code: 'ITA-1' })).toEqual(['NOT_FOUND', 'code']);
  });
});
