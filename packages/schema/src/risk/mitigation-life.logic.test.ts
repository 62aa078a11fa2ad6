import { describe, expect, it } from '@jest/globals';
import { type MitigationAct, mitigationLife, statusAfter, statusAfterReport } from './mitigation-life.logic.ts';

const statuses = ['PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;

/** Act by status; a blank is refused. */
const expected: Readonly<Record<MitigationAct, readonly (string | null)[]>> = {
  EDIT: ['PLANNED', 'IN_PROGRESS', 'DONE', null],
  REMOVE: ['PLANNED', null, null, null],
  REPORT_PROGRESS: ['IN_PROGRESS', 'IN_PROGRESS', null, null],
  COMPLETE: ['DONE', 'DONE', null, null],
  POSTPONE: ['PLANNED', 'IN_PROGRESS', null, null],
  CANCEL: ['CANCELLED', 'CANCELLED', null, null],
};
const acts = ['EDIT', 'REMOVE', 'REPORT_PROGRESS', 'COMPLETE', 'POSTPONE', 'CANCEL'] as const;

describe('the life of a mitigation', () => {
  it.each(acts)('leads %s from every status where the table says', (act) => {
    expect(statuses.map((status) => statusAfter(act, status))).toEqual(expected[act]);
  });

  it('has a row for every act', () => {
    expect(Object.keys(mitigationLife)).toEqual(acts);
  });

  it('begins with the first progress and never goes back to planned', () => {
    const live = ['PLANNED', 'IN_PROGRESS'] as const;
    expect(live.map((status) => statusAfterReport(status, 0))).toEqual(['PLANNED', 'IN_PROGRESS']);
    expect(live.map((status) => statusAfterReport(status, 1))).toEqual(['IN_PROGRESS', 'IN_PROGRESS']);
  });

  it('asks an approver only to give up or put off what was planned', () => {
    expect(acts.filter((act) => mitigationLife[act].by === 'APPROVER')).toEqual(['POSTPONE', 'CANCEL']);
    expect(acts.filter((act) => mitigationLife[act].during === 'DRAFTING')).toEqual(['EDIT', 'REMOVE']);
  });
});
