import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';
import { roundOf } from '../oit/oit-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** How many agencies owe a duty of a year, of all kinds, and how many of the sample city. */
async function owing(duty: string, fiscalYear: number): Promise<number[]> {
  const count = (filter: string) =>
    `duties(fiscalYear: ${fiscalYear}, filter: ${filter}) { duty agencyCount cells { key count } }`;
  const { data, errors } = await registry.as('centre')(
    `{ centre { all: ${count('{ includeSamples: true }')} samples: ${count('{ agencyKinds: [SAMPLE], includeSamples: true }')} } }`,
  );
  expect(errors).toEqual([]);
  return [data.centre.all, data.centre.samples].map((rows) => rows.find((row: any) => row.duty === duty).agencyCount);
}

const announceOn = async (fiscalYear: number, days: number): Promise<unknown> => {
  const roundId = await roundOf(registry, fiscalYear, { OIT_ANSWERS: [-30, -20] });
  const [round] = await registry.rows(
    `SELECT version FROM "ItaRound" WHERE "fiscalYear" = ${fiscalYear} AND "isSample"`,
  );
  const day = dayFromToday(days);
  const steps = [{ step: 'ANNOUNCEMENT', opensOn: day, closesOn: day }];
  return registry
    .person('city-admin')
    .does('setItaCalendar', { roundId, expectedVersion: round?.version, calendarSourceTh: 'สมมติ', steps });
};

it('nobody owes the result of a year of which nothing is known to be announced', async () => {
  expect(await owing('ITA_RESULT', 2571)).toEqual([0, 0]);
});

it('a result is owed from the day on which the calendar of the round announces it, by the agencies of the round', async () => {
  await announceOn(2572, 3);
  expect(await owing('ITA_RESULT', 2572)).toEqual([0, 0]);
  await announceOn(2573, 0);
  expect(await owing('ITA_RESULT', 2573)).toEqual([6, 6]);
});

it('a result that is recorded shows that the results of its year are announced, to agencies of its kind', async () => {
  const [all = 0, samples] = await owing('ITA_RESULT', 2566);
  expect(samples).toBe(0);
  expect(all).toBeGreaterThan(0);
});

it('nobody owes answers to the OIT of a year without a checklist', async () => {
  expect(await owing('OIT_ANSWERS', 2571)).toEqual([0, 0]);
  expect(await owing('OIT_ANSWERS', 2569)).toEqual([6, 6]);
});
