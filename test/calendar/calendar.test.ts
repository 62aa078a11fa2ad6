import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { machineryOn } from '../kit/switches.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ switches: machineryOn });
});
afterAll(async () => registry.stop());

const deadline = async (clock: string, from: string, occurrence?: number) => {
  const { data, errors } = await registry.public(
    `query ($clock: String!, $from: Date!, $occurrence: Int!) { deadline(clock: $clock, from: $from, occurrence: $occurrence) {
      startedOn days calendar binds lastDay dueOn workingDaysLeft state isCertain textTh } }`,
    { clock, from, occurrence: occurrence ?? 1 },
  );
  return { deadline: data?.deadline, error: errors[0]?.extensions };
};

describe('a deadline', () => {
  it('of an official that ends in Songkran counts that day, and says so', async () => {
    expect((await deadline('ABG-5.2a', '2024-04-05')).deadline).toMatchObject({
      startedOn: '2024-04-05',
      days: 7,
      calendar: 'CALENDAR',
      binds: 'OFFICIAL',
      lastDay: '2024-04-12',
      dueOn: '2024-04-12',
      state: 'OVERDUE',
      isCertain: true,
      textTh: 'ภายในวันที่ ๑๒ เมษายน ๒๕๖๗ แม้เป็นวันหยุดราชการ',
    });
  });

  // Counted by hand over a calendar: the day of the event is left out, the last day counts.
  it.each([
    ['ABG-5.2a', '2026-07-22', '2026-07-29', 'Asalha Bucha'],
    ['ABG-6.4-1a', '2023-11-15', '2023-12-30', 'a Saturday before the New Year'],
    ['ABG-5.2a', '2024-12-24', '2024-12-31', 'New Year’s Eve'],
    ['ABG-5.2b', '2023-12-22', '2023-12-29', 'a day that the cabinet added'],
    ['ABG-6.3', '2025-12-25', '2026-01-01', 'New Year’s Day'],
    ['ABG-6.4-2b', '2024-12-21', '2025-01-05', 'a Sunday after the New Year'],
    ['ABG-6.4-1b', '2024-03-30', '2024-04-14', 'Songkran on a Sunday'],
    ['ABG-6.4-2a', '2025-02-28', '2025-04-14', 'Songkran on a Monday'],
    ['ABG-6.5', '2024-03-01', '2024-04-15', 'Songkran'],
    ['CT-14-15', '2026-03-29', '2026-04-13', 'Songkran'],
    ['FIN-322-15', '2024-02-17', '2024-03-03', 'a Sunday after 29 February'],
    ['ABG-5.2a', '2026-10-17', '2026-10-24', 'a Saturday'],
  ])('of %s from %s is %s, although that is %s', async (clock, from, due) => {
    const found = (await deadline(clock, from)).deadline;
    expect(found).toMatchObject({ binds: 'OFFICIAL', lastDay: due, dueOn: due, isCertain: true });
    expect(found.textTh).toMatch(/^ภายในวันที่ .+ แม้เป็นวันหยุดราชการ$/);
  });

  it('that ends on a working day says no more than the day', async () => {
    expect((await deadline('ABG-5.2a', '2024-03-01')).deadline).toMatchObject({
      dueOn: '2024-03-08',
      textTh: 'ภายในวันที่ ๘ มีนาคม ๒๕๖๗',
    });
  });

  it('takes its day in Thai digits, in the common era alone', async () => {
    expect((await deadline('ABG-5.2a', '๒๐๒๔-๐๔-๐๕')).deadline.dueOn).toBe('2024-04-12');
    const { deadline: none, error } = await deadline('ABG-5.2a', '๒๕๖๗-๐๔-๐๕');
    expect([none, error?.code]).toEqual([undefined, 'INVALID_INPUT']);
  });

  it.each(['ABG-5.4', 'ABG-6.4-3'])('as soon as possible (%s) has no day, and is never overdue', async (clock) => {
    expect((await deadline(clock, '2024-04-05')).deadline).toMatchObject({
      days: null,
      calendar: 'AS_SOON_AS_POSSIBLE',
      lastDay: null,
      dueOn: null,
      workingDaysLeft: null,
      state: 'NO_DUE_DAY',
      isCertain: true,
      textTh: 'โดยเร็ว',
    });
  });

  it('in working days leaves out weekends and holidays', async () => {
    expect((await deadline('CT-18', '2024-04-05')).deadline).toMatchObject({
      calendar: 'WORKING',
      days: 15,
      dueOn: '2024-05-02',
    });
  });

  it('at once is the day itself', async () => {
    expect((await deadline('ABP-4', '2024-04-13')).deadline).toMatchObject({
      dueOn: '2024-04-13',
      textTh: 'ทันที ภายในวันที่ ๑๓ เมษายน ๒๕๖๗',
    });
  });

  it('says how it stands today', async () => {
    expect((await deadline('CT-18', '2199-01-04')).deadline).toMatchObject({ state: 'RUNNING', isCertain: false });
    expect((await deadline('ABG-5.2a', '2024-04-05')).deadline.workingDaysLeft).toBeLessThan(0);
  });

  it('in working days is not certain where a holiday still has to be checked, nor where none is known', async () => {
    expect((await deadline('CT-18', '2026-10-12')).deadline.isCertain).toBe(false);
    expect((await deadline('CT-18', '2026-11-02')).deadline.isCertain).toBe(true);
    expect((await deadline('CT-18', '2027-12-28')).deadline.isCertain).toBe(false);
  });

  it('of an official in calendar days hangs on no holiday', async () => {
    expect((await deadline('ABG-5.2a', '2027-12-28')).deadline).toMatchObject({ dueOn: '2028-01-04', isCertain: true });
  });

  it('repeats for a clock that does, counted from the event each time', async () => {
    expect((await deadline('ABG-6.2', '2024-03-14', 3)).deadline).toMatchObject({ days: 90, dueOn: '2024-06-12' });
    for (const [clock, occurrence] of [
      ['ABG-5.2a', 2],
      ['ABG-6.2', 0],
      ['ABG-6.2', 121],
    ] as const) {
      const { error } = await deadline(clock, '2024-03-14', occurrence);
      expect(error).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'occurrence' }] });
    }
  });

  it('of a clock that is not there is NOT_FOUND', async () => {
    expect((await deadline('NO-SUCH', '2024-04-05')).error).toMatchObject({
      code: 'NOT_FOUND',
      fields: [{ field: 'clock' }],
    });
  });

  it('costs the same statements for one and for twenty', async () => {
    const asked = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `d${index}: deadline(clock: "ABG-5.2a", from: "2024-04-05") { dueOn }`,
      );
    const [one, twenty] = [
      await statementsOf(() => registry.public(`{ ${asked(1).join(' ')} }`)),
      await statementsOf(() => registry.public(`{ ${asked(20).join(' ')} }`)),
    ];
    expect(twenty).toHaveLength(one.length);
  });
});

describe('the calendar', () => {
  const holidays = (from: string, to: string) =>
    registry.public(
      'query ($from: Date!, $to: Date!) { holidays(from: $from, to: $to) { date nameTh nameEn kind certain sourceTh } }',
      { from, to },
    );

  it('gives the holidays of a period, both ends included', async () => {
    const { data } = await holidays('2024-04-12', '2024-04-16');
    expect(data.holidays.map(({ date, kind }: { date: string; kind: string }) => [date, kind])).toEqual([
      ['2024-04-12', 'SPECIAL'],
      ['2024-04-13', 'FIXED'],
      ['2024-04-14', 'FIXED'],
      ['2024-04-15', 'FIXED'],
      ['2024-04-16', 'SUBSTITUTE'],
    ]);
  });

  it('is asked for at most 800 days, in order', async () => {
    expect((await holidays('2024-01-01', '2026-03-11')).errors).toEqual([]);
    for (const to of ['2026-03-12', '2023-12-31']) {
      const { errors } = await holidays('2024-01-01', to);
      expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'to' }] });
    }
  });

  it('knows every legal clock with its source', async () => {
    const { data } = await registry.public(
      '{ legalClocks { id code days calendar binds repeats subjectTh subjectEn triggerTh triggerEn recipientTh sourceDocument sourceSection noteTh } }',
    );
    expect(data.legalClocks).toHaveLength(18);
    expect(data.legalClocks.filter(({ binds }: { binds: string }) => binds === 'PRIVATE_PERSON')).toMatchObject([
      { code: 'ABG-8.6' },
    ]);
    expect(data.legalClocks[0]).toMatchObject({
      sourceDocument: '000',
      noteTh: expect.stringContaining('ข้อความในเอกสาร'),
    });
    const { data: one } = await registry.public('query ($id: ID!) { node(id: $id) { ... on LegalClock { code } } }', {
      id: data.legalClocks[0].id,
    });
    expect(one.node.code).toBe(data.legalClocks[0].code);
  });

  it('is loaded as a set of its own, so that a registry that was seeded before gets it', async () => {
    const sets = await registry.rows<{ name: string }>('SELECT name FROM "Dataset"');
    expect(sets.map(({ name }) => name)).toContain('calendar');
  });
});

describe('the fiscal year', () => {
  it('of a day runs from 1 October, in four quarters', async () => {
    const { data } = await registry.public(
      '{ fiscalYear(date: "2024-02-29") { fiscalYear firstDay lastDay quarter quarters { quarter firstDay lastDay } } }',
    );
    expect(data.fiscalYear).toMatchObject({
      fiscalYear: 2567,
      firstDay: '2023-10-01',
      lastDay: '2024-09-30',
      quarter: 2,
    });
    expect(data.fiscalYear.quarters[1]).toEqual({ quarter: 2, firstDay: '2024-01-01', lastDay: '2024-03-31' });
  });

  it('is that of today when no day is given', async () => {
    const { data } = await registry.public('{ fiscalYear { firstDay lastDay } }');
    const now = new Date().toISOString().slice(0, 10);
    expect(data.fiscalYear.firstDay <= now && now <= data.fiscalYear.lastDay).toBe(true);
  });
});
