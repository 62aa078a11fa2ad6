import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const keeper = () => registry.person('city-admin');
const codesOf = async (act: string, input: Readonly<Record<string, unknown>>): Promise<string[]> => {
  const { errors } = await keeper().tries(act, input);
  return (errors[0]?.extensions.fields ?? []).map(({ code, field }: any) => `${field} ${code ?? ''}`.trim()).sort();
};
const item = (code: string, more: Readonly<Record<string, unknown>> = {}) => ({
  code,
  textTh: 'โครงสร้างหน่วยงาน',
  indicatorNumber: 9,
  ...more,
});
const checklist = {
  fiscalYear: 2568,
  sourceTh: 'ประกาศ',
  items: [item('O1', { topicCode: 'ORGANISATION_STRUCTURE' }), item('O2', { indicatorNumber: 10 })],
};

describe('the checklists of the OIT', () => {
  it('are none of any real year, and the sample city’s says that it is invented', async () => {
    const { data, errors } = await registry.public(
      '{ itaRounds { fiscalYear isSample sourceTh calendarSourceTh items { code topic { code sourceDocument } } steps { step } } oitTopics { code answeredBy isSample } }',
    );
    expect(errors ?? []).toEqual([]);
    expect(data.itaRounds).toMatchObject([
      { fiscalYear: 2569, isSample: true, calendarSourceTh: expect.stringContaining('สมมติ') },
    ]);
    expect(data.itaRounds[0].items.map(({ code }: any) => code)).toEqual([
      'S1',
      'S2',
      'S3',
      'S4',
      'S5',
      'S6',
      'S7',
      'S8',
      'S9',
    ]);
    expect(data.oitTopics.filter(({ isSample }: any) => !isSample)).toHaveLength(29);
  });

  it('are refused with everything that is wrong with them', async () => {
    const wrong = [item('O1'), item(' O1 '), item('O3', { indicatorNumber: 1, topicCode: 'NOWHERE' })];
    expect(await codesOf('addOitChecklist', { ...checklist, fiscalYear: 2569, isSample: true, items: wrong })).toEqual([
      'fiscalYear CHECKLIST_TAKEN',
      'items[1].code ITEM_CODE_TWICE',
      'items[2].indicatorNumber INDICATOR_UNKNOWN',
      'items[2].topicCode TOPIC_UNKNOWN',
    ]);
    expect(await codesOf('addOitChecklist', { ...checklist, fiscalYear: 2550, items: [] })).toEqual([
      'fiscalYear RULE_SET_UNKNOWN',
      'items CHECKLIST_EMPTY',
    ]);
    expect(await registry.rows('SELECT 1 FROM "ItaRound"')).toHaveLength(1);
  });

  it('are added whole and once, and their calendar is replaced by whoever saw the one before', async () => {
    const { round } = await keeper().does(
      'addOitChecklist',
      checklist,
      'round { id version isSample items { code indicator { number } topic { code } } steps { step } }',
    );
    expect(round).toMatchObject({
      version: 1,
      isSample: false,
      items: [
        { code: 'O1', indicator: { number: 9 }, topic: { code: 'ORGANISATION_STRUCTURE' } },
        { code: 'O2', indicator: { number: 10 }, topic: null },
      ],
      steps: [],
    });
    expect(await codesOf('addOitChecklist', checklist)).toEqual(['fiscalYear CHECKLIST_TAKEN']);
    const step = (name: string, opensOn: string, closesOn: string) => ({ step: name, opensOn, closesOn });
    const calendar = { roundId: round.id, expectedVersion: 1, calendarSourceTh: 'ประกาศ' };
    const answers = step('OIT_ANSWERS', '2025-03-01', '2025-04-30');
    const broken = [answers, step('OIT_ANSWERS', '2025-05-02', '2025-05-01')];
    expect(await codesOf('setItaCalendar', { ...calendar, steps: broken })).toEqual([
      'steps[1].closesOn',
      'steps[1].step STEP_TWICE',
    ]);
    await keeper().does('setItaCalendar', {
      ...calendar,
      steps: [answers, step('OIT_REVIEW', '2025-05-01', '2025-06-15')],
    });
    const moved = step('OIT_ANSWERS', '2025-03-15', '2025-05-15');
    expect((await keeper().isRefused('setItaCalendar', { ...calendar, steps: [moved] }))[0]).toBe('CONFLICT');
    const { round: after } = await keeper().does(
      'setItaCalendar',
      { ...calendar, expectedVersion: 2, steps: [moved] },
      'round { version steps { step opensOn closesOn } }',
    );
    expect(after).toEqual({ version: 3, steps: [moved] });
  });
});
