import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OitStep, oitItemStates, oitSteps } from '@registry/schema/oit/oit-answer.logic.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';
import { type Calendar, itemsOf, roundOf } from './oit-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const now: Calendar = { OIT_ANSWERS: [-10, 10], OIT_REVIEW: [-5, 20], OIT_APPEAL: [-1, 30] };
const acts: Readonly<Record<OitStep, { readonly act: string; readonly given: object }>> = {
  ANSWER: { act: 'answerOitItem', given: { address: 'https://example.go.th/hr', publishedOn: '2026-01-05' } },
  WITHDRAW: { act: 'withdrawOitAnswer', given: {} },
  REVIEW: { act: 'recordOitReview', given: { result: 'FAILED', reviewedOn: dayFromToday(0) } },
  APPEAL: { act: 'appealOitReview', given: { textTh: 'หน้าเว็บเปิดได้' } },
  DECIDE: { act: 'recordOitAppealResult', given: { result: 'ACCEPTED', decidedOn: dayFromToday(0) } },
};
const steps = ['ANSWER', 'WITHDRAW', 'REVIEW', 'APPEAL', 'DECIDE'] as const;
/** How an item comes to each state, from unanswered. */
const paths: Readonly<Record<(typeof oitItemStates)[number], readonly { step: OitStep; more?: object }[]>> = {
  UNANSWERED: [],
  ANSWERED: [{ step: 'ANSWER' }],
  PASSED: [{ step: 'ANSWER' }, { step: 'REVIEW', more: { result: 'PASSED' } }],
  FAILED: [{ step: 'ANSWER' }, { step: 'REVIEW' }],
  APPEALED: [{ step: 'ANSWER' }, { step: 'REVIEW' }, { step: 'APPEAL' }],
  APPEAL_DECIDED: [{ step: 'ANSWER' }, { step: 'REVIEW' }, { step: 'APPEAL' }, { step: 'DECIDE' }],
};

const item = async () => (await itemsOf(registry, 'SAMPLE-2', 2570, 'O2'))[0];
const blank = () =>
  registry.rows(`SET session_replication_role = 'replica'; UPDATE "OitItem" SET answer = 'NONE', address = NULL, "publishedOn" = NULL, "currentOn" = NULL,
    "isPublished" = false, "coversYear" = false, "reviewResult" = NULL, "reviewedOn" = NULL, "appealedOn" = NULL, "appealTextTh" = NULL, "appealResult" = NULL,
    "appealDecidedOn" = NULL WHERE "fiscalYear" = 2570; SET session_replication_role = 'origin'`);
const takes = async (persona: string, step: OitStep, more: object = {}) => {
  const { id, version } = await item();
  return registry
    .person(persona)
    .tries(
      acts[step].act,
      { oitItemId: id, expectedVersion: version, ...acts[step].given, ...more },
      'oitItem { state }',
    );
};

describe('the steps of an item of the OIT', () => {
  it('are taken from the states and by the roles of the table, and refused with one code otherwise', async () => {
    await roundOf(registry, 2570, now);
    const table: string[] = [];
    for (const state of oitItemStates) {
      await blank();
      for (const { step, more } of paths[state]) await takes('sample-2-approver', step, more);
      expect((await item()).state).toBe(state);
      for (const step of steps)
        for (const role of ['viewer', 'editor', 'approver'] as const) {
          const isTheirs = role === 'approver' || (role === 'editor' && (step === 'ANSWER' || step === 'WITHDRAW'));
          if (isTheirs && oitSteps[step].includes(state)) continue;
          const { errors } = await takes(`sample-2-${role}`, step);
          const code = errors[0]?.extensions.code;
          table.push(`${state} ${step} ${role}: ${code}`);
          expect([state, step, role, code]).toEqual([state, step, role, isTheirs ? 'ILLEGAL_TRANSITION' : 'FORBIDDEN']);
        }
      expect((await item()).state).toBe(state);
    }
    console.info(`${table.length} refusals\n${table.join('\n')}`);
  });

  it('are appeals within the days of the round alone, which the refusal names', async () => {
    await roundOf(registry, 2570, { ...now, OIT_APPEAL: [3, 9] });
    await blank();
    for (const { step } of paths.FAILED) await takes('sample-2-approver', step);
    const early = await takes('sample-2-approver', 'APPEAL');
    expect(early.errors[0]?.extensions.fields).toMatchObject([{ field: 'oitItemId', code: 'OUTSIDE_OIT_APPEAL' }]);
    expect(early.errors[0]?.message).toContain(`${dayFromToday(3)} to ${dayFromToday(9)}`);
    await roundOf(registry, 2570, { ...now, OIT_REVIEW: [2, 4] });
    const reviewed = await takes('sample-2-approver', 'REVIEW', { reviewedOn: dayFromToday(1) });
    expect((reviewed.errors[0]?.extensions.fields ?? []).map(({ code }: any) => code).filter(Boolean)).toEqual([
      'BEFORE_OIT_REVIEW',
    ]);
    await roundOf(registry, 2570, { OIT_ANSWERS: [-9, 9] });
    const without = await takes('sample-2-approver', 'APPEAL');
    expect(without.errors[0]?.extensions.fields).toMatchObject([{ code: 'NO_CALENDAR' }]);
  });

  it('wait in tasks while the calendar is open, and are counted by readiness', async () => {
    await roundOf(registry, 2570, now);
    await blank();
    const tasksOf = async () =>
      (
        await registry
          .person('sample-2-approver')
          .ask(
            '{ viewer { tasks(first: 100, kinds: [OIT_ITEMS_TO_ANSWER, OIT_REVIEW_TO_APPEAL]) { kind titleEn dueOn subject { id } } } }',
          )
      ).data.viewer.tasks;
    expect(await tasksOf()).toMatchObject([
      {
        kind: 'OIT_ITEMS_TO_ANSWER',
        titleEn: 'Answer the OIT of fiscal year 2570: 2 items are left',
        dueOn: dayFromToday(10),
      },
    ]);
    for (const { step } of paths.FAILED) await takes('sample-2-approver', step);
    expect((await tasksOf()).map(({ kind, dueOn }: any) => [kind, dueOn])).toEqual([
      ['OIT_ITEMS_TO_ANSWER', dayFromToday(10)],
      ['OIT_REVIEW_TO_APPEAL', dayFromToday(30)],
    ]);
    const { data } = await registry
      .person('sample-2-viewer')
      .ask(
        '{ agency(code: "SAMPLE-2") { oitReadiness(fiscalYear: 2570) { items answered unanswered upToDate passed failed appealed } } }',
      );
    expect(data.agency.oitReadiness).toEqual({
      items: 2,
      answered: 1,
      unanswered: 1,
      upToDate: 1,
      passed: 0,
      failed: 1,
      appealed: 0,
    });
  });
});
