import { describe, expect, it } from '@jest/globals';
import { factorProblems } from './factor.logic.ts';

const internal = ['STRATEGY', 'STRUCTURE', 'SYSTEM', 'STYLE', 'STAFF', 'SKILL', 'SHARED_VALUES'] as const;
const external = ['POLITICAL', 'ECONOMIC', 'SOCIAL', 'TECHNOLOGICAL', 'ENVIRONMENTAL', 'LEGAL'] as const;

const refused = (quadrant: 'STRENGTH' | 'WEAKNESS' | 'OPPORTUNITY' | 'THREAT') =>
  [...internal, ...external].filter((factor) => factorProblems(quadrant, factor).length > 0);

describe('a factor', () => {
  it('of 7S fits strengths and weaknesses alone, one of PESTEL opportunities and threats alone', () => {
    expect([refused('STRENGTH'), refused('WEAKNESS')]).toEqual([external, external]);
    expect([refused('OPPORTUNITY'), refused('THREAT')]).toEqual([internal, internal]);
  });

  it('that does not fit is named, with those that do', () => {
    expect(factorProblems('THREAT', 'STAFF')).toMatchObject([
      { field: 'factor', message: { en: expect.stringContaining('(PESTEL): POLITICAL, ECONOMIC') } },
    ]);
  });
});
