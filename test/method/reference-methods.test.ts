import { describe, expect, it } from '@jest/globals';
import { cellsOf } from '@registry/schema/method/method-cells.logic.ts';
import type { MethodDraft } from '@registry/schema/method/method-draft.logic.ts';
import { methodProblems } from '@registry/schema/method/method-validation.logic.ts';
import { type Method, methodByCode } from '@registry/seed/reference/methods.ts';

/** A row for each likelihood from 1, in it a letter for each impact from 1. */
const expectedLevels = {
  '5x5': ['L L L L M', 'L L M M H', 'L M M H E', 'L M H E E', 'M H E E E'],
  '3x3': ['L L M', 'L M H', 'M H E'],
};

const letters: Readonly<Record<string, string>> = { L: 'LOW', M: 'MEDIUM', H: 'HIGH', E: 'EXTREME' };

const draftOf = ({ likelihood, impact, ...method }: Method): MethodDraft => ({
  ...method,
  likelihoodMax: likelihood.length,
  impactMax: impact.length,
  scalePoints: [
    ...likelihood.map((point, index) => ({ axis: 'LIKELIHOOD' as const, value: index + 1, ...point })),
    ...impact.map((point, index) => ({ axis: 'IMPACT' as const, value: index + 1, ...point })),
  ],
  scoreBands: method.levels,
  cells: null,
});

describe.each(Object.entries(expectedLevels))('the reference method %s', (code, rows) => {
  const expected = rows.flatMap((row, likelihood) =>
    row.split(' ').map((letter, impact) => ({
      likelihood: likelihood + 1,
      impact: impact + 1,
      score: (likelihood + 1) * (impact + 1),
      level: letters[letter],
    })),
  );

  it('gives every cell the level that the table above says', () => {
    expect(cellsOf(draftOf(methodByCode(code)))).toEqual(expected);
    expect(methodByCode(code).cells).toEqual(expected);
  });

  it('passes the validation that methods of users have to pass', () => {
    expect(methodProblems(draftOf(methodByCode(code)))).toEqual([]);
  });
});
