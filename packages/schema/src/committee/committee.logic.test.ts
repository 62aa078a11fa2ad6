import { describe, expect, it } from '@jest/globals';
import { problemsOfCommittee, problemsOfSeats, type Seat } from './committee.logic.ts';

const day = (text: string) => new Date(text);
const term = { validFrom: day('2026-10-01'), validTo: day('2027-09-30') };
const codesOf = (seats: readonly Seat[]) => problemsOfSeats(seats, term).map(({ field, code }) => `${field} ${code}`);

describe('the seats of a committee', () => {
  it('name a position once in a role, within the days of the committee', () => {
    const chair = { positionId: 'DIR', role: 'CHAIR' };
    expect(codesOf([chair, { positionId: 'DIR', role: 'MEMBER' }])).toEqual([]);
    expect(codesOf([chair, chair])).toEqual(['members[1].positionId SEATED_TWICE']);
    expect(codesOf([{ ...chair, validFrom: day('2026-09-30') }])).toEqual([
      'members[0].validFrom OUTSIDE_THE_COMMITTEE',
    ]);
    expect(codesOf([{ ...chair, validFrom: day('2027-02-01'), validTo: day('2027-01-01') }])).toEqual([
      'members[0].validTo ENDS_BEFORE_IT_BEGINS',
    ]);
  });

  it('are confirmed with one chair', () => {
    const codes = (roles: readonly string[]) => problemsOfCommittee(roles).map(({ code }) => code);
    expect([codes([]), codes(['MEMBER']), codes(['CHAIR', 'CHAIR']), codes(['CHAIR', 'SECRETARY'])]).toEqual([
      ['NO_MEMBERS'],
      ['NOT_ONE_CHAIR'],
      ['NOT_ONE_CHAIR'],
      [],
    ]);
  });
});
