import { describe, expect, it } from '@jest/globals';
import { checkIssue, type DraftOrder } from './issue.logic.ts';
import { type Baht, baht, day, line, statute } from './power-records.fixture.ts';

const statutoryPowers = [statute('DIR', { ceilingAmount: baht('5000000') })];
const million = { ceilingAmount: baht('1000000') };

const draft = (part: Partial<DraftOrder<Baht>>): DraftOrder<Baht> => ({
  id: 'draft',
  orderNo: '200',
  year: 2569,
  signedOn: day('2026-01-05'),
  signedByPositionId: 'DIR',
  effectiveFrom: day('2026-01-10'),
  effectiveTo: null,
  powers: [line('DIR', 'DEP', million)],
  ...part,
});

const check = (part: Partial<DraftOrder<Baht>>, lines: ReturnType<typeof line>[] = []) =>
  checkIssue(draft(part), { statutoryPowers, lines }, day('2026-01-20'));
const problems = (part: Partial<DraftOrder<Baht>>, lines: ReturnType<typeof line>[] = []) =>
  check(part, lines).problems.map(({ field }) => field);

describe('an order can be issued', () => {
  it('when it is signed and dated and passes on what its delegators hold', () => {
    expect(check({})).toEqual({ problems: [], notices: [] });
  });

  it('with a chain of its own: director to deputy, deputy to head', () => {
    expect(problems({ powers: [line('DIR', 'DEP', million), line('DEP', 'HEAD', million)] })).toEqual([]);
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

  it('on the ground of a later line of its own, of a draft, or of what is stored of itself', () => {
    expect(problems({ powers: [line('DEP', 'HEAD', million), line('DIR', 'DEP', million)] })).toEqual([
      'powers[0].delegatorId',
    ]);
    const powers = [line('DEP', 'HEAD', million)];
    expect(problems({ powers }, [line('DIR', 'DEP', { order: { status: 'DRAFT' } })])).toEqual([
      'powers[0].delegatorId',
    ]);
    expect(problems({ powers }, [line('DIR', 'DEP', { orderId: 'draft' })])).toEqual(['powers[0].delegatorId']);
  });

  it('when a delegator holds the power without the right to pass it on', () => {
    const kept = line('DIR', 'DEP', { subDelegable: false, ...million });
    expect(problems({ powers: [kept, line('DEP', 'HEAD', million)] })).toEqual(['powers[1].delegatorId']);
  });

  it('when a line goes above what its delegator may pass on, or sets no ceiling where the delegator has one', () => {
    const powers = [
      line('DIR', 'DEP', million),
      line('DEP', 'HEAD', { ceilingAmount: baht('1000000.01') }),
      line('DEP', 'CLERK'),
    ];
    expect(problems({ powers })).toEqual(['powers[1].ceilingAmount', 'powers[2].ceilingAmount']);
    expect(check({ powers }).problems[0]?.message.en).toContain('up to 1000000.00 baht');
  });

  it('when a position delegates to itself', () => {
    expect(problems({ powers: [line('DIR', 'DIR', million)] })).toEqual(['powers[0].delegateId']);
  });

  it('when the power goes round in a circle, within the order or through others', () => {
    const back = line('DEP', 'DIR', million);
    expect(problems({ powers: [line('DIR', 'DEP', million), back] })).toEqual(['powers[1].delegateId']);
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
});
