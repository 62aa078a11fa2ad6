import { describe, expect, it } from '@jest/globals';
import type { Appointment } from '../../agency/appointment.logic.ts';
import { authority } from './authority.logic.ts';
import { acting, type Baht, baht, day, line, statute } from './power-records.fixture.ts';
import type { OrderLine, StatutoryPower } from './power-records.logic.ts';

const director = statute('DIR', { ceilingAmount: baht('5000000') });
const toDeputy = line('DIR', 'DEP', { ceilingAmount: baht('500000') });
const toHead = line('DEP', 'HEAD', { subDelegable: false });

const ask = (
  positionId: string,
  lines: readonly OrderLine<Baht>[],
  {
    on = '2026-01-15',
    amount,
    by = [director],
    appointments = [],
  }: { on?: string; amount?: string; by?: StatutoryPower<Baht>[]; appointments?: Appointment[] } = {},
) => {
  const answer = authority(
    { statutoryPowers: by, lines, appointments },
    {
      positionId,
      verb: 'APPROVE',
      processArea: 'PROCUREMENT',
      on: day(on),
      amount: amount === undefined ? null : baht(amount),
    },
  );
  const told = { chain: answer.chain.map(({ id }) => id), ceiling: answer.ceiling?.toString() ?? null };
  return answer.may ? told : { reason: answer.reason, brokenAt: answer.brokenAt?.id ?? null, ...told };
};

const refused = (reason: string, brokenAt: string | null, chain: string[] = [], ceiling: string | null = null) => ({
  reason,
  brokenAt,
  chain,
  ceiling,
});

describe('authority', () => {
  it('comes by law, or by lines that go back to the law, up to the lowest ceiling on the way', () => {
    expect(ask('DIR', [])).toEqual({ chain: ['law:DIR'], ceiling: '5000000' });
    expect(ask('HEAD', [toHead, toDeputy])).toEqual({ chain: ['law:DIR', 'DIR>DEP', 'DEP>HEAD'], ceiling: '500000' });
  });

  it('reaches to the ceiling, to the satang', () => {
    expect(ask('HEAD', [toDeputy, toHead], { amount: '500000.00' })).toHaveProperty('ceiling', '500000');
    expect(ask('HEAD', [toDeputy, toHead], { amount: '500000.01' })).toEqual(
      refused('ABOVE_CEILING', 'DIR>DEP', ['law:DIR'], '500000'),
    );
    expect(ask('HEAD', [toDeputy, toHead], { amount: '5000001' })).toEqual(
      refused('ABOVE_CEILING', 'law:DIR', [], '500000'),
    );
  });

  it('is about one verb on one process area', () => {
    expect(ask('DEP', [line('DIR', 'DEP', { verb: 'SIGN' }), line('DIR', 'DEP', { processArea: 'OTHER' })])).toEqual(
      refused('NO_LINE', null),
    );
  });

  it('lasts from the first to the last day of the order, both included', () => {
    const lines = [line('DIR', 'DEP', { order: { effectiveTo: day('2026-09-30') } })];
    const on = (text: string) => ask('DEP', lines, { on: text });
    expect([on('2025-10-01'), on('2026-09-30')]).toEqual(
      Array(2).fill({ chain: ['law:DIR', 'DIR>DEP'], ceiling: '5000000' }),
    );
    expect(on('2025-09-30')).toEqual(refused('NOT_YET_IN_FORCE', 'DIR>DEP', ['law:DIR']));
    expect(on('2026-10-01')).toEqual(refused('EXPIRED', 'DIR>DEP', ['law:DIR']));
  });

  it('ends on the day on which the line or its order is revoked or superseded, and held until the day before', () => {
    const ended = (status: 'REVOKED' | 'SUPERSEDED') =>
      line('DIR', 'DEP', { order: { status, endedOn: day('2026-01-15') } });
    const revokedLine = line('DIR', 'DEP', { revokedOn: day('2026-01-15') });
    for (const each of [ended('REVOKED'), ended('SUPERSEDED'), revokedLine]) {
      expect(ask('DEP', [each], { on: '2026-01-14' })).toHaveProperty('chain', ['law:DIR', 'DIR>DEP']);
    }
    expect(ask('DEP', [ended('REVOKED')])).toEqual(refused('REVOKED', 'DIR>DEP', ['law:DIR']));
    expect(ask('DEP', [ended('SUPERSEDED')])).toEqual(refused('SUPERSEDED', 'DIR>DEP', ['law:DIR']));
    expect(ask('DEP', [revokedLine])).toEqual(refused('REVOKED', 'DIR>DEP', ['law:DIR']));
  });

  it('that had expired before it was revoked has expired', () => {
    const order = { status: 'REVOKED', effectiveTo: day('2025-12-31'), endedOn: day('2026-01-10') } as const;
    expect(ask('DEP', [line('DIR', 'DEP', { order })])).toHaveProperty('reason', 'EXPIRED');
  });

  it('never comes from a draft', () => {
    expect(ask('DEP', [line('DIR', 'DEP', { order: { status: 'DRAFT' } })])).toEqual(refused('NO_LINE', null));
  });

  it('by law lasts as long as the law says', () => {
    const by = [statute('DIR', { validFrom: day('2026-01-01'), validTo: day('2026-01-31') })];
    expect(ask('DIR', [], { by, on: '2025-12-31' })).toEqual(refused('NOT_YET_IN_FORCE', 'law:DIR'));
    expect(ask('DIR', [], { by, on: '2026-01-31' })).toHaveProperty('chain', ['law:DIR']);
    expect(ask('DEP', [toDeputy], { by, on: '2026-02-01' })).toEqual(refused('EXPIRED', 'law:DIR'));
  });

  it('received without the right to pass it on is not passed on', () => {
    const kept = line('DIR', 'DEP', { subDelegable: false });
    expect(ask('DEP', [kept])).toHaveProperty('chain', ['law:DIR', 'DIR>DEP']);
    expect(ask('HEAD', [kept, toHead])).toEqual(refused('NOT_SUBDELEGABLE', 'DEP>HEAD', ['law:DIR', 'DIR>DEP']));
  });

  it('is not passed on by a position that never held it', () => {
    expect(ask('HEAD', [toHead])).toEqual(refused('DELEGATOR_LACKS_POWER', 'DEP>HEAD'));
  });

  it('does not arise from a circle, nor is it lost in one', () => {
    const circle = [line('DEP', 'HEAD'), line('HEAD', 'DEP')];
    expect(ask('HEAD', circle)).toEqual(refused('DELEGATOR_LACKS_POWER', 'DEP>HEAD'));
    expect(ask('HEAD', [...circle, toDeputy])).toHaveProperty('chain', ['law:DIR', 'DIR>DEP', 'DEP>HEAD']);
  });

  it('breaks for all who follow when a line in the middle is revoked', () => {
    const revoked = line('DIR', 'DEP', { revokedOn: day('2026-01-01') });
    expect(ask('HEAD', [revoked, toHead])).toEqual(refused('REVOKED', 'DIR>DEP', ['law:DIR']));
  });
});

describe('acting for a position', () => {
  const told = (positionId: string, lines: readonly OrderLine<Baht>[], appointments: Appointment[], on: string) =>
    ask(positionId, lines, { on, appointments });

  it('gives all its powers, by law and by orders, on the days of the appointment and no other', () => {
    const stands = [acting('CLERK', 'DIR')];
    for (const on of ['2026-01-01', '2026-03-31'])
      expect(told('CLERK', [], stands, on)).toEqual({ chain: ['law:DIR', 'CLERK for DIR'], ceiling: '5000000' });
    expect(told('CLERK', [], stands, '2025-12-31')).toEqual(refused('NOT_YET_IN_FORCE', 'CLERK for DIR', ['law:DIR']));
    expect(told('CLERK', [], stands, '2026-04-01')).toEqual(refused('EXPIRED', 'CLERK for DIR', ['law:DIR']));
    expect(told('CLERK', [toDeputy], [acting('CLERK', 'DEP')], '2026-02-01')).toEqual({
      chain: ['law:DIR', 'DIR>DEP', 'CLERK for DEP'],
      ceiling: '500000',
    });
  });

  it('takes nothing from the position acted for, and is not needed where the power is held anyway', () => {
    const stands = [acting('DEP', 'DIR')];
    expect(told('DIR', [], stands, '2026-02-01')).toHaveProperty('chain', ['law:DIR']);
    const same = line('DIR', 'DEP');
    expect(told('DEP', [same], stands, '2026-02-01')).toHaveProperty('chain', ['law:DIR', 'DIR>DEP']);
  });

  it('does not go on: who acts for one that acts for another holds nothing of that other', () => {
    const stands = [acting('DEP', 'DIR'), acting('CLERK', 'DEP')];
    expect(told('CLERK', [], stands, '2026-02-01')).toEqual(refused('NO_LINE', null));
    expect(told('HEAD', [toHead], stands, '2026-02-01')).toHaveProperty('reason', 'DELEGATOR_LACKS_POWER');
  });

  it('on its behalf gives no more than orders do', () => {
    const onBehalf = [acting('CLERK', 'DIR', { capacity: 'ON_BEHALF' })];
    expect(told('CLERK', [], onBehalf, '2026-02-01')).toEqual(refused('NO_LINE', null));
  });
});

describe('of several chains', () => {
  it('the one with the highest ceiling counts, then the shortest, then always the same one', () => {
    const low = line('DIR', 'HEAD', { ceilingAmount: baht('100000') });
    expect(ask('HEAD', [low, toDeputy, toHead])).toHaveProperty('chain', ['law:DIR', 'DIR>DEP', 'DEP>HEAD']);
    const same = line('DIR', 'HEAD', { ceilingAmount: baht('500000') });
    expect(ask('HEAD', [toDeputy, toHead, same])).toHaveProperty('chain', ['law:DIR', 'DIR>HEAD']);
    const twin = line('DIR', 'HEAD', { id: 'twin', ceilingAmount: baht('500000') });
    expect(ask('HEAD', [same, twin])).toEqual(ask('HEAD', [twin, same]));
  });

  it('the lower one is passed on where the higher one may not be', () => {
    const kept = line('DIR', 'DEP', { id: 'kept', subDelegable: false });
    expect(ask('DEP', [kept, toDeputy])).toHaveProperty('ceiling', '5000000');
    expect(ask('HEAD', [kept, toDeputy, toHead])).toHaveProperty('ceiling', '500000');
  });

  it('a refusal tells of the one with the fewest defects, then of the one that missed the day by least', () => {
    const expired = (id: string, effectiveTo: string) =>
      line('DIR', 'HEAD', { id, order: { effectiveTo: day(effectiveTo) } });
    const far = expired('far', '2025-10-31');
    const near = expired('near', '2025-12-31');
    expect(ask('HEAD', [far, near])).toHaveProperty('brokenAt', 'near');
    const keptLong = [line('DIR', 'DEP', { subDelegable: false }), toHead];
    expect(ask('HEAD', [...keptLong, near])).toEqual(refused('NOT_SUBDELEGABLE', 'DEP>HEAD', ['law:DIR', 'DIR>DEP']));
  });
});
