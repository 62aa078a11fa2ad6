import { describe, expect, it } from '@jest/globals';
import { models } from '@registry/prisma/generated/model.ts';
import { comparedFields } from '@registry/schema/risk/carry-forward.logic.ts';
import { MADE_HERE, NEW_ROW } from './carried-columns.ts';

/** What a comparison of two years says nothing of, each with its reason. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  ...NEW_ROW,
  ...MADE_HERE,
  agencyId: 'the same in both',
  agency: 'the same in both',
  registerId: 'the two that are compared',
  fiscalYear: 'the two that are compared',
  carriedFromId: 'how the two risks are found',
  code: 'numbered anew in each register',
  score: 'follows from likelihood and impact',
  currentAssessmentId: 'compared by level, likelihood and impact',
  inferred: 'how a document was read',
  unitInferred: 'how a document was read',
  noteTh: 'what was noticed in reading a document',
  register: 'the two that are compared',
  carriedFrom: 'how the two risks are found',
  carriedTo: 'how the two risks are found',
  responsibleUnit: 'compared by its id',
  currentAssessment: 'compared by level, likelihood and impact',
  assessments: 'made anew each year; what they come to is compared',
  acceptances: 'made anew each year',
  controls: 'the work of each year, shown with the risk',
  mitigations: 'the work of each year, shown with the risk',
  powers: 'orders of each year',
  swotItems: 'an analysis of each year',
  findings: 'found anew by the registry',
  reviewComments: 'the centre commented on one register',
  libraryResponses: 'the agency answered the library once',
  reportItems: 'what year reports tell of the old one',
};

const WHAT_TO_DO =
  'compare it in packages/schema/src/risk/carry-forward.logic.ts (comparedFields), or give the reason in test/contract/compared-years.test.ts (NOT_COMPARED)';

describe('the comparison of two years', () => {
  it('compares every column and relation of a risk, or has the reason why not', () => {
    const { columns = {}, relations = {} } = models.Risk ?? {};
    const compared = Object.keys(comparedFields);
    const known = [...Object.keys(columns), ...Object.keys(relations)];
    const silent = known.filter((name) => !compared.includes(name) && !(name in NOT_COMPARED));
    expect(silent.map((name) => `Risk.${name}: ${WHAT_TO_DO}`)).toEqual([]);
    expect(compared.filter((name) => !known.includes(name) || name in NOT_COMPARED)).toEqual([]);
    expect(Object.keys(NOT_COMPARED).filter((name) => !known.includes(name))).toEqual([]);
  });
});
