import { describe, expect, it } from '@jest/globals';
import { authority } from '../authority/authority.logic.ts';
import { type Baht, baht, day, line, statute } from '../authority/power-records.fixture.ts';
import type { GivenPowers } from '../authority/power-records.logic.ts';
import { problemsOfSuperseded, problemsOfTakenBack, recordsOnceTakenBack } from './takes-back.logic.ts';

const effectiveFrom = day('2026-07-01');
const records = {
  statutoryPowers: [statute('DIR')],
  lines: [line('DIR', 'DEP', { id: 'a', orderId: 'o' }), line('DIR', 'HEAD', { id: 'b', orderId: 'o' })],
};
const order = { id: 'o', orderNo: '118', year: 2568, status: 'ISSUED' } as const;
const nothing = { effectiveFrom, powersRevoked: [], supersedes: [] };

const reasons = (after: GivenPowers<Baht>, iso: string) =>
  ['DEP', 'HEAD'].map((positionId) => {
    const answer = authority(
      { ...after, appointments: [] },
      {
        positionId,
        verb: 'APPROVE',
        processArea: 'PROCUREMENT',
        amount: baht('1'),
        on: day(iso),
      },
    );
    return answer.may || answer.reason;
  });

describe('what an order takes back', () => {
  it('holds to the day before the order and no longer', () => {
    const revoked = recordsOnceTakenBack(records, { ...nothing, powersRevoked: [{ id: 'a' }] });
    expect(reasons(revoked, '2026-06-30')).toEqual([true, true]);
    expect(reasons(revoked, '2026-07-01')).toEqual(['REVOKED', true]);
    const superseded = recordsOnceTakenBack(records, { ...nothing, supersedes: [order] });
    expect(reasons(superseded, '2026-07-01')).toEqual(['SUPERSEDED', 'SUPERSEDED']);
  });

  it('must not have ended already', () => {
    expect(problemsOfSuperseded({ ...nothing, supersedes: [order] })).toEqual([]);
    const [problem] = problemsOfSuperseded({ ...nothing, supersedes: [{ ...order, status: 'REVOKED' }] });
    expect(problem?.field).toBe('supersedesOrderIds');
    expect(problem?.message.en).toContain('118/2568');
  });

  it('is what its signer gave, or anything where the head of the agency signs', () => {
    const fieldsOf = (delegatorId: string, signer: string) =>
      problemsOfTakenBack(
        { powersRevoked: [{ delegatorId }], supersedes: [{ powers: [] }, { powers: [{ delegatorId }] }] },
        { signsFor: new Set([signer]), headId: 'DIR' },
      ).map(({ field }) => field);
    expect(fieldsOf('DEP', 'DEP')).toEqual([]);
    expect(fieldsOf('DEP', 'DIR')).toEqual([]);
    expect(fieldsOf('DIR', 'DEP')).toEqual(['revokesPowerIds', 'supersedesOrderIds']);
  });
});
