import { describe, expect, it } from '@jest/globals';
import { day, line, statute } from './power-records.fixture.ts';
import { conflictingVerbs, conflictsOfDuties } from './segregation.logic.ts';

const cash = { processArea: 'CASH_RECEIPT' } as const;
const collect = { verb: 'COLLECT', ...cash } as const;
const record = { verb: 'RECORD', ...cash } as const;
const statutoryPowers = [statute('DIR', collect), statute('CFO', { id: 'law:CFO', ...record })];

const conflictsOn = (date: string, lines: ReturnType<typeof line>[], powers = statutoryPowers) =>
  conflictsOfDuties({ statutoryPowers: powers, lines }, day(date)).map(({ positionId, sides, isByLaw }) => ({
    positionId,
    sides: sides.map(({ verb, givenBy }) => [verb, ...givenBy.map(({ id }) => id)]),
    isByLaw,
  }));

describe('segregation of duties', () => {
  it('keeps deciding apart from inspecting, and collecting from recording', () => {
    expect(conflictingVerbs.map((pair) => pair.join('/'))).toEqual([
      'APPROVE/INSPECT',
      'PERMIT/INSPECT',
      'ORDER/INSPECT',
      'COLLECT/RECORD',
    ]);
  });

  it('is broken by one position with both powers on one process on one day, whatever lines give them', () => {
    const lines = [
      line('DIR', 'HEAD', { id: 'a', ...collect, revokedOn: day('2026-02-01') }),
      line('DIR', 'HEAD', { id: 'b', ...collect, revokedOn: day('2026-02-01') }),
      line('CFO', 'HEAD', { id: 'c', ...record }),
    ];
    expect(conflictsOn('2026-01-31', lines)).toEqual([
      {
        positionId: 'HEAD',
        sides: [
          ['COLLECT', 'a', 'b'],
          ['RECORD', 'c'],
        ],
        isByLaw: false,
      },
    ]);
    expect(conflictsOn('2026-02-01', lines)).toEqual([]);
  });

  it('is not broken on different processes, by different positions, nor by a line that carries no power', () => {
    const elsewhere = line('CFO', 'HEAD', { id: 'd', verb: 'RECORD', processArea: 'FINES_CUSTODY' });
    const other = line('CFO', 'OTHER', { id: 'e', ...record });
    const empty = line('NOBODY', 'HEAD', { id: 'f', ...record });
    expect(conflictsOn('2026-01-31', [line('DIR', 'HEAD', collect), elsewhere, other, empty])).toEqual([]);
  });

  it('tells a conflict that the law itself makes from one that an order makes', () => {
    const both = [statute('DIR', { id: 'l1', ...collect }), statute('DIR', { id: 'l2', ...record })];
    expect(conflictsOn('2026-01-31', [], both)).toEqual([
      {
        positionId: 'DIR',
        sides: [
          ['COLLECT', 'l1'],
          ['RECORD', 'l2'],
        ],
        isByLaw: true,
      },
    ]);
    expect(conflictsOn('2026-01-31', [line('CFO', 'DIR', record)])).toMatchObject([
      { positionId: 'DIR', isByLaw: false },
    ]);
  });
});
