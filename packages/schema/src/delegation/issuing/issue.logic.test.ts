import { describe, expect, it } from '@jest/globals';
import type { Appointment } from '../../agency/appointment.logic.ts';
import { type Baht, baht, day, line, statute } from '../authority/power-records.fixture.ts';
import { checkIssue, type DraftOrder } from './issue.logic.ts';

const statutoryPowers = [statute('DIR', { ceilingAmount: baht('5000000') })];
const million = { ceilingAmount: baht('1000000') };

/** Signed by the delegator of its first line. */
const draft = ({ powers = [line('DIR', 'DEP', million)], ...part }: Partial<DraftOrder<Baht>>): DraftOrder<Baht> => ({
  id: 'draft',
  kind: 'DELEGATION',
  orderNo: '200',
  year: 2569,
  signedOn: day('2026-01-05'),
  signedByPositionId: powers[0]?.delegatorId ?? 'DIR',
  effectiveFrom: day('2026-01-10'),
  effectiveTo: null,
  powers,
  ...part,
});

const acting: Appointment = {
  id: 'acting',
  positionId: 'DEP',
  actsForId: 'DIR',
  capacity: 'ACTING',
  validFrom: day('2026-01-05'),
  validTo: day('2026-01-09'),
};

const check = (
  part: Partial<DraftOrder<Baht>>,
  lines: ReturnType<typeof line>[] = [],
  appointments: readonly Appointment[] = [],
) => checkIssue(draft(part), { statutoryPowers, lines, appointments }, day('2026-01-20'));
const codes = (...given: Parameters<typeof check>) => check(...given).problems.map(({ code }) => code);
const problems = (part: Partial<DraftOrder<Baht>>, lines: ReturnType<typeof line>[] = []) =>
  check(part, lines).problems.map(({ field }) => field);

describe('an order that is signed after its first day', () => {
  const backdated = (validTo: string) =>
    checkIssue(
      draft({ signedOn: day('2026-01-15') }),
      { statutoryPowers: [statute('DIR', { validTo: day(validTo) })], lines: [], appointments: [] },
      day('2026-01-20'),
    ).problems.map(({ code }) => code);

  it('needs a delegator who holds the power on both days', () => {
    expect(backdated('2026-01-15')).toEqual([]);
    expect(backdated('2026-01-14')).toEqual(['DELEGATOR_LACKS_POWER']);
    expect(backdated('2026-01-09')).toEqual(['DELEGATOR_LACKS_POWER']);
  });
});

describe('an order can be issued', () => {
  it('when it is signed and dated and passes on what its delegators hold', () => {
    expect(check({})).toEqual({ problems: [], notices: [] });
  });

  it('signed by whoever acts for the delegator, or on its behalf, on the day of signature, first day and last', () => {
    const signed = { signedByPositionId: 'DEP', effectiveFrom: day('2026-01-20') };
    for (const capacity of ['ACTING', 'ON_BEHALF'] as const) {
      for (const iso of ['2026-01-05', '2026-01-09'])
        expect(codes({ ...signed, signedOn: day(iso) }, [], [{ ...acting, capacity }])).toEqual([]);
      for (const iso of ['2026-01-04', '2026-01-10'])
        expect(codes({ ...signed, signedOn: day(iso) }, [], [{ ...acting, capacity }])).toEqual([
          'SIGNER_NOT_DELEGATOR',
        ]);
    }
  });

  it('on the ground of another order in force on its first day', () => {
    const powers = [line('DEP', 'HEAD', million)];
    expect(problems({ powers }, [line('DIR', 'DEP', { id: 'earlier', ...million })])).toEqual([]);
  });

  it('when it takes effect before it is signed, with a notice', () => {
    const { problems: found, notices } = check({ signedOn: day('2026-01-11') });
    expect([found, notices.map(({ field }) => field)]).toEqual([[], ['signedOn']]);
  });

  it('when lines overlap, with a notice that names the other line', () => {
    const again = line('DIR', 'DEP', { id: 'again', lineNo: 2, ...million });
    const { problems: found, notices } = check({ powers: [line('DIR', 'DEP', million), again] }, [
      line('DIR', 'DEP', { id: 'ended', order: { effectiveTo: day('2026-01-09') } }),
      line('DIR', 'DEP', { id: 'later', lineNo: 7, order: { orderNo: '300', effectiveFrom: day('2027-01-01') } }),
    ]);
    expect(found).toEqual([]);
    expect(notices.map(({ field, message }) => `${field} ${message.en.split(' gives')[0]}`)).toEqual([
      'powers[0] Line 7 of order 300/2568',
      'powers[1] Line 7 of order 300/2568',
      'powers[1] Line 1 of order 200/2569',
    ]);
  });
});

describe('an order cannot be issued', () => {
  it('without lines, signature and first day, or when it ends before it begins; all is told at once', () => {
    expect(problems({ powers: [], signedOn: null, signedByPositionId: null, effectiveFrom: null })).toEqual([
      'signedOn',
      'signedByPositionId',
      'effectiveFrom',
      'powers',
    ]);
    expect(problems({ powers: [], effectiveTo: day('2026-01-09') })).toEqual(['effectiveTo', 'powers']);
    expect(problems({ effectiveTo: day('2026-01-10') })).toEqual([]);
  });

  it('before the day on which it is signed', () => {
    expect(problems({ signedOn: day('2026-01-20') })).toEqual([]);
    expect(problems({ signedOn: day('2026-01-21') })).toEqual(['signedOn']);
  });

  it('when a delegator does not hold the power on the first day, and the message says why', () => {
    const powers = [line('DEP', 'HEAD', million)];
    expect(problems({ powers })).toEqual(['powers[0].delegatorId']);
    const expired = line('DIR', 'DEP', { id: 'expired', order: { effectiveTo: day('2026-01-09') } });
    expect(check({ powers }, [expired]).problems[0]?.message.en).toContain('Line 1 of order 118/2568 has expired');
  });

  it('on the ground of a draft, or of what is stored of itself', () => {
    const powers = [line('DEP', 'HEAD', million)];
    expect(problems({ powers }, [line('DIR', 'DEP', { order: { status: 'DRAFT' } })])).toEqual([
      'powers[0].delegatorId',
    ]);
    expect(problems({ powers }, [line('DIR', 'DEP', { orderId: 'draft' })])).toEqual(['powers[0].delegatorId']);
  });

  it('when a delegator holds the power without the right to pass it on', () => {
    const kept = line('DIR', 'DEP', { subDelegable: false, ...million });
    expect(codes({ powers: [line('DEP', 'HEAD', million)] }, [kept])).toEqual(['NOT_SUBDELEGABLE']);
  });

  it('when a line goes above what its delegator may pass on, or sets no ceiling where the delegator has one', () => {
    const powers = [line('DEP', 'HEAD', { ceilingAmount: baht('1000000.01') }), line('DEP', 'CLERK')];
    const held = [line('DIR', 'DEP', million)];
    expect(problems({ powers }, held)).toEqual(['powers[0].ceilingAmount', 'powers[1].ceilingAmount']);
    expect(check({ powers }, held).problems[0]?.message.en).toContain('up to 1000000.00 baht');
  });

  it('when a position delegates to itself', () => {
    expect(problems({ powers: [line('DIR', 'DIR', million)] })).toEqual(['powers[0].delegateId']);
  });

  it('when the power goes round in a circle through others', () => {
    expect(codes({ powers: [line('DEP', 'DIR', million)] }, [line('DIR', 'DEP', { id: 'x', ...million })])).toEqual([
      'GOES_IN_CIRCLE',
    ]);
    const others = [line('DIR', 'DEP', { id: 'x', ...million }), line('DEP', 'HEAD', { id: 'y', ...million })];
    expect(problems({ powers: [line('HEAD', 'DIR', million)] }, others)).toEqual(['powers[0].delegateId']);
  });

  it('but not because another power goes the other way', () => {
    expect(problems({}, [line('DEP', 'DIR', { verb: 'SIGN' })])).toEqual([]);
  });

  it('because of a circle that closes only later in its time; one that never closes on one day is none', () => {
    const back = (order: Parameters<typeof line>[2]) => line('DEP', 'DIR', { id: 'back', ...order });
    const later = back({ order: { effectiveFrom: day('2026-06-01') } });
    expect(problems({}, [later])).toEqual(['powers[0].delegateId']);
    expect(problems({ effectiveTo: day('2026-05-31') }, [later])).toEqual([]);
    expect(problems({}, [back({ revokedOn: day('2026-01-10') })])).toEqual([]);
  });

  it('signed by the head of a section who gives away what the director holds', () => {
    const wrong = { signedByPositionId: 'HEAD' };
    expect(codes(wrong)).toEqual(['SIGNER_NOT_DELEGATOR']);
    expect(problems(wrong)).toEqual(['signedByPositionId']);
    const others = [
      { ...acting, positionId: 'HEAD', actsForId: 'CFO' },
      { ...acting, positionId: 'CFO' },
    ];
    expect(codes(wrong, [], others)).toEqual(['SIGNER_NOT_DELEGATOR']);
    expect(check(wrong).problems[0]?.message.th).toContain('พ.ศ. 2534 มาตรา 38');
  });

  it('of two delegators, be it that the signer stands in for both', () => {
    const powers = [line('DIR', 'DEP', million), line('CFO', 'DEP', { id: 'cfo' })];
    const lacking = 'DELEGATOR_LACKS_POWER';
    expect(codes({ powers })).toEqual(['SIGNER_NOT_DELEGATOR', 'TWO_DELEGATORS', lacking]);
    const both = [
      { ...acting, positionId: 'HEAD' },
      { ...acting, id: 'other', positionId: 'HEAD', actsForId: 'CFO' },
    ];
    expect(codes({ powers, signedByPositionId: 'HEAD' }, [], both)).toEqual(['TWO_DELEGATORS', lacking]);
  });

  it('without a number, or under another year than the calendar year of its signature', () => {
    expect(codes({ orderNo: null, year: null })).toEqual(['NO_NUMBER']);
    expect(codes({ year: 2568 })).toEqual(['YEAR_NOT_OF_SIGNATURE']);
    const newYear = { signedOn: day('2025-12-31'), year: 2569 };
    expect(codes(newYear)).toEqual(['YEAR_NOT_OF_SIGNATURE']);
    expect(codes({ ...newYear, year: 2568 })).toEqual([]);
    expect(check(newYear).problems[0]?.message.en).toContain('calendar year of its signature: 2568');
  });

  it('with lines that orders of its kind do not have', () => {
    const appointing = { kind: 'ACTING_APPOINTMENT' as const, signedByPositionId: 'CFO' };
    expect(codes({ ...appointing, powers: [] })).toEqual([]);
    expect(codes({ ...appointing })).toContain('LINES_DO_NOT_FIT_KIND');
    expect(codes({ kind: 'ASSIGNMENT' })).toEqual(['ASSIGNMENT_PASSED_ON']);
    expect(codes({ kind: 'ASSIGNMENT', powers: [line('DIR', 'DEP', { ...million, subDelegable: false })] })).toEqual(
      [],
    );
    expect(codes({ kind: 'ASSIGNMENT', powers: [] })).toEqual(['NO_LINES']);
  });
});
