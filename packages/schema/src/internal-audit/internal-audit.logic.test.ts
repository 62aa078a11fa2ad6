import { describe, expect, it } from '@jest/globals';
import { problemsOfDays, problemsOfFollowUp, problemsOfObservation, problemsOfPlan } from './internal-audit.logic.ts';

const day = (text: string) => new Date(text);
const today = day('2026-11-30');
const codes = (problems: readonly { readonly field: string; readonly code?: string }[]) =>
  problems.map(({ field, code }) => `${field} ${code}`);

describe('an internal audit', () => {
  it('is planned for a month of its fiscal year', () => {
    expect(problemsOfPlan({ fiscalYear: 2570, plannedMonth: day('2027-03-01') })).toEqual([]);
    expect(codes(problemsOfPlan({ fiscalYear: 2570, plannedMonth: day('2026-09-30') }))).toEqual([
      'plannedMonth NOT_A_FIRST_DAY',
      'plannedMonth OUTSIDE_THE_YEAR',
    ]);
  });

  it('was done on days that have come, the last not before the first', () => {
    const held = (from: string, to: string) => codes(problemsOfDays({ heldFrom: day(from), heldTo: day(to) }, today));
    expect(held('2026-11-30', '2026-11-30')).toEqual([]);
    expect(held('2026-11-02', '2026-11-01')).toEqual(['heldTo ENDS_BEFORE_IT_BEGINS']);
    expect(held('2026-12-01', '2026-12-02')).toEqual(['heldFrom HELD_LATER', 'heldTo HELD_LATER']);
  });
});

describe('an observation of an audit', () => {
  const held = day('2026-10-10');

  it('has somebody who answers for it, by a day that is not before the audit', () => {
    expect(problemsOfObservation({ unitId: 'FIN', dueOn: held }, held)).toEqual([]);
    expect(codes(problemsOfObservation({ dueOn: day('2026-10-09') }, held))).toEqual([
      'positionId NOBODY_RESPONSIBLE',
      'dueOn DUE_BEFORE_THE_AUDIT',
    ]);
  });

  it('is followed up with what was done and when, between the audit and today', () => {
    const done = { followUp: 'DONE', actionTh: 'ปรับทะเบียน', actionOn: today } as const;
    const told = (given: Partial<Parameters<typeof problemsOfFollowUp>[0]>) =>
      codes(problemsOfFollowUp({ ...done, ...given }, held, today));
    expect(told({})).toEqual([]);
    expect(told({ actionTh: null, actionOn: undefined })).toEqual(['actionTh NO_ACTION', 'actionOn NO_ACTION']);
    expect(told({ followUp: 'NOT_STARTED' })).toEqual(['actionTh NOT_STARTED', 'actionOn NOT_STARTED']);
    expect(told({ actionOn: day('2026-10-09') })).toEqual(['actionOn DONE_BEFORE_THE_AUDIT']);
    expect(told({ actionOn: day('2026-12-01') })).toEqual(['actionOn DONE_LATER']);
  });
});
