import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Answer } from '../kit/client.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { reuseLog, undisturbed } from '../kit/reuse.ts';

const { logger, lines, isReused } = reuseLog();
let registry: Registry;
/** Another process, which writes past the registry. */
let writer: pg.Client;
beforeAll(async () => {
  registry = await startRegistry({ logger });
  writer = new pg.Client({ connectionString: registry.database.superuser });
  await writer.connect();
  await writer.query("SET session_replication_role = 'replica'");
});
afterAll(async () => {
  await writer.end();
  await registry.stop();
});

const titles = '{ riskMethods { version titleEn } }';
const retitle = (title: string) => writer.query(`UPDATE "RiskMethod" SET "titleEn" = $1`, [title]);
const titleIn = ({ data }: Answer): string => data.riskMethods[0].titleEn;
const titleNow = async (): Promise<string> => titleIn(await registry.public(titles));

/** What is answered once an answer is a kept one. */
const keptAnswer = (): Promise<Answer> =>
  undisturbed(registry.database, async () => {
    await titleNow();
    return registry.public(titles);
  });

describe('a committed write', () => {
  it('of the API is seen by the next request', async () => {
    const level = (name: string, isAcceptable: boolean) => ({
      level: name,
      labelTh: name,
      labelEn: name,
      colour: '#2e9e4f',
      isAcceptable,
      needsPlan: !isAcceptable,
    });
    const text = { labelTh: 'ขั้น', labelEn: 'Step', meaningTh: 'ขั้น' };
    const input = {
      code: '2x2',
      version: '2x2-2570',
      titleTh: 'สองคูณสอง',
      titleEn: 'Two by two',
      fiscalYearFrom: 2570,
      likelihoodMax: 2,
      impactMax: 2,
      levels: [level('LOW', true), level('HIGH', false)],
      scalePoints: ['LIKELIHOOD', 'IMPACT'].flatMap((axis) => [1, 2].map((value) => ({ axis, value, ...text }))),
      scoreBands: [
        { level: 'LOW', scoreFrom: 1, scoreTo: 1 },
        { level: 'HIGH', scoreFrom: 2, scoreTo: 4 },
      ],
    };
    expect(await isReused(await keptAnswer())).toBe(true);
    const added = await registry.as('city-admin')(
      'mutation ($input: AddRiskMethodInput!) { addRiskMethod(input: $input) { riskMethod { version } } }',
      { input },
    );
    expect(added.errors).toEqual([]);
    expect((await registry.public(titles)).text).toContain('2x2-2570');
  });

  it('of another process is seen by the next request, and of a long transaction as soon as it is committed', async () => {
    await retitle('Before');
    expect(titleIn(await keptAnswer())).toBe('Before');
    await registry.rows(`SET session_replication_role = 'replica'; UPDATE "RiskMethod" SET "titleEn" = 'Elsewhere'`);
    expect(await titleNow()).toBe('Elsewhere');
    await writer.query('BEGIN');
    await retitle('Later');
    const kept = await keptAnswer();
    expect([titleIn(kept), await isReused(kept)]).toEqual(['Elsewhere', true]);
    await writer.query('COMMIT');
    expect(await titleNow()).toBe('Later');
  });

  it('is never missed by readers that race with it', async () => {
    const rounds = 200;
    let committed = 0;
    let isOver = false;
    await retitle('0');
    const seen = { answers: 0, reused: 0, stale: 0, neverCommitted: 0 };
    const read = async () => {
      const atLeast = committed;
      const response = await registry.public(titles);
      const value = Number(response.data.riskMethods[0].titleEn);
      seen.answers += 1;
      if (value < atLeast) seen.stale += 1;
      if (value > rounds) seen.neverCommitted += 1;
    };
    const readers = Array.from({ length: 3 }, async () => {
      while (!isOver) await read();
    });
    const before = lines.length;
    for (let round = 1; round <= rounds; round += 1) {
      const isLong = round % 2 === 0;
      if (isLong) await writer.query('BEGIN');
      if (round % 4 === 0) await writer.query('SAVEPOINT inner_part');
      await retitle(String(round));
      if (isLong) await read();
      if (round % 4 === 0) await writer.query('RELEASE inner_part');
      if (isLong) await writer.query('COMMIT');
      committed = round;
      await read();
      if (round % 10 === 0) {
        await writer.query('BEGIN');
        await retitle('1000000');
        await read();
        await writer.query('ROLLBACK');
      }
    }
    isOver = true;
    await Promise.all(readers);
    seen.reused = lines.slice(before).filter((line) => line.isReused === true).length;
    console.info(`${rounds} writes, ${seen.answers} answers, ${seen.reused} of them kept ones, ${seen.stale} stale`);
    expect(seen).toMatchObject({ stale: 0, neverCommitted: 0 });
    expect(seen.reused).toBeGreaterThan(0);
  }, 60_000);
});
