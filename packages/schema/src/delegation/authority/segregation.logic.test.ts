import { describe, expect, it } from '@jest/globals';
import type { Appointment } from '../../agency/appointment.logic.ts';
import { day, line, statute } from './power-records.fixture.ts';
import { conflictingVerbs, conflictsOfDuties } from './segregation.logic.ts';

const cash = { processArea: 'CASH_RECEIPT' } as const;
const collect = { verb: 'COLLECT', ...cash } as const;
const record = { verb: 'RECORD', ...cash } as const;
const statutoryPowers = [statute('DIR', collect), statute('CFO', { id: 'law:CFO', ...record })];

const conflictsOn = (
  date: string,
  lines: ReturnType<typeof line>[],
  powers = statutoryPowers,
  appointments: Appointment[] = [],
) =>
  conflictsOfDuties({ statutoryPowers: powers, lines, appointments }, day(date)).map(
    ({ positionId, sides, isByLaw }) => ({
      positionId,
      sides: sides.map(({ verb, givenBy }) => [verb, ...givenBy.map(({ id }) => id)]),
      isByLaw,
    }),
  );

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

  it('follows whoever acts for a position, from the first to the last day, and nobody who acts on its behalf', () => {
    const acting = { positionId: 'HEAD', actsForId: 'DIR', validFrom: day('2026-01-10'), validTo: day('2026-01-20') };
    const lines = [line('CFO', 'HEAD', { id: 'c', ...record })];
    const on = (date: string, capacity: 'ACTING' | 'ON_BEHALF' = 'ACTING') =>
      conflictsOn(date, lines, statutoryPowers, [{ id: 'x', capacity, ...acting }]);
    expect(on('2026-01-10')).toEqual([
      {
        positionId: 'HEAD',
        sides: [
          ['COLLECT', 'x'],
          ['RECORD', 'c'],
        ],
        isByLaw: false,
      },
    ]);
    expect(on('2026-01-20')).toHaveLength(1);
    for (const date of ['2026-01-09', '2026-01-21']) expect(on(date)).toEqual([]);
    expect(on('2026-01-15', 'ON_BEHALF')).toEqual([]);
  });

  it('tells a conflict of the position that is acted for once, of that position', () => {
    const lines = [line('CFO', 'DIR', { id: 'c', ...record })];
    const appointment = { id: 'x', positionId: 'HEAD', actsForId: 'DIR', capacity: 'ACTING', validTo: null } as const;
    const found = conflictsOn('2026-01-31', lines, statutoryPowers, [{ ...appointment, validFrom: day('2026-01-01') }]);
    expect(found.map(({ positionId }) => positionId)).toEqual(['DIR']);
  });
});
