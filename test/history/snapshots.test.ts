import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { documents, isOfCity, nodeTypes, type Question } from './questions.ts';
import { oneOf, randomActs, seeded } from './random-acts.ts';

let registry: Registry;
beforeAll(async () => {
  // Few connections, so that each statement is planned few times.
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER }, responseCacheMb: 0, poolSize: 2 });
});
afterAll(async () => registry.stop());

const PAIRS = 1_000;
const SEED = 2_569;
const agencies = ['SAMPLE-1', 'SAMPLE-2'];

/** What was asked by whom at a moment, and answered. */
type Asked = {
  readonly asker: string;
  readonly question: Question;
  readonly variables: Readonly<Record<string, string>>;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
};

describe('an answer as of a moment', () => {
  it(`is what was answered at that moment, for ${PAIRS} questions about random records and moments`, async () => {
    const random = seeded(SEED);
    const acts = randomActs(registry, random);
    /** A record of each type that there is or was. */
    const someIds = async (): Promise<Record<string, string>> => {
      const rows = await registry.rows<{ type: string; ids: string[] }>(
        `SELECT e.entity AS type, array_agg(e."entityId" ORDER BY e.seq DESC) AS ids FROM "AuditEntry" e JOIN "Agency" g ON g.id = e."agencyId"
         WHERE g.code = ANY($1) AND e.entity = ANY($2) AND e.action = 'INSERT' GROUP BY 1`,
        [agencies, nodeTypes],
      );
      const chosen = rows.map(({ type, ids }): [string, string] => {
        const newest = random() < 0.7 ? ids.slice(0, 8) : ids;
        return [type, encodeGlobalId(type, oneOf(random, newest))];
      });
      return Object.fromEntries(chosen);
    };
    const ask = async (asker: string, question: Question, variables: object, at?: string) => {
      const answer = await registry.as(asker)(at ? question.asOf : question.now, { ...variables, ...(at && { at }) });
      if (!answer.data) throw new Error(answer.text);
      return answer;
    };

    const asked: Asked[] = [];
    let pairs = 0;
    while (pairs < PAIRS) {
      await acts.perform(2);
      await sleep(2);
      const at = new Date().toISOString();
      const variables = { ...(await someIds()), code: oneOf(random, agencies) };
      for (const asker of ['sample-1-editor', oneOf(random, ['sample-2-viewer', 'analyst']), 'centre']) {
        for (const question of documents.filter((each) => !isOfCity(each) || !asker.startsWith('sample'))) {
          const { data } = await ask(asker, question, variables);
          asked.push({ asker, question, variables, at, data });
          pairs += Object.keys(data).length;
        }
      }
      await sleep(2);
    }
    await acts.perform(3);

    const wrong: string[] = [];
    const since = performance.now();
    for (const { asker, question, variables, at, data } of asked) {
      const answer = await ask(asker, question, variables, at);
      for (const [key, was] of Object.entries(data)) {
        const [then, told] = [JSON.stringify(was), JSON.stringify(answer.data[key])];
        if (then !== told) wrong.push(`${asker} ${key} at ${at}\n  was  ${then}\n  told ${told}`);
      }
    }
    const kinds = [...acts.done.keys()].length;
    console.info(
      `${pairs} pairs of a question and a moment, ${wrong.length} different; ${kinds} kinds of act between; ${asked.length} requests in ${Math.round(performance.now() - since)} ms`,
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  }, 180_000);
});
