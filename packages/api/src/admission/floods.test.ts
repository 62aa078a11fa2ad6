import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { Admission } from './admission.ts';
import { left, limits, Requests, settled } from './requests.fixture.ts';

const requests = new Requests();
const { stays } = requests;
afterAll(() => requests.end());

describe('an agency that floods', () => {
  const wide = {
    ...limits,
    total: 64,
    perAgency: 32,
    perAccount: 16,
    waitingTotal: 1_000,
    waitingPerAccount: 500,
    waitMs: 60_000,
  };

  /** A client that asks one thing after the other: how many requests of the flood it met in work. */
  async function meets(admission: Admission, agency: string, flood: { inWork: unknown[] }, times: number) {
    const met: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const leave = await admission.enter({ agency, account: agency }, stays);
      met.push(flood.inWork.length);
      await sleep(1);
      leave();
    }
    return met;
  }

  /** Connections that send again as soon as they are answered, each answer taking some milliseconds. */
  function floodOf(admission: Admission, agency: string, connections = 64) {
    const flood = { inWork: [] as unknown[], done: 0, isOver: false };
    const leaves = new RequestDeadline(60_000);
    const connection = async () => {
      while (!flood.isOver) {
        const leave = await admission.enter({ agency, account: agency }, leaves).catch(() => null);
        if (!leave) return;
        flood.inWork.push(leave);
        await sleep(2);
        flood.inWork.pop();
        flood.done += 1;
        leave();
      }
    };
    const ended = Promise.all(Array.from({ length: connections }, connection));
    return Object.assign(flood, {
      async stop() {
        flood.isOver = true;
        leaves.end(left());
        await ended;
      },
    });
  }

  it('has all that an account may have as long as nobody else asks', async () => {
    const admission = new Admission(wide);
    const flood = floodOf(admission, 'A');
    await sleep(50);
    expect(flood.inWork.length).toBe(16);
    await flood.stop();
  });

  it('steps back while another asks one thing after the other, and still gets a turn', async () => {
    const admission = new Admission(wide);
    const flood = floodOf(admission, 'A');
    await sleep(50);
    // The first one meets what was in work before it came.
    const [, ...met] = await meets(admission, 'B', flood, 200);
    const crowded = met.filter((count) => count > 0).length;
    expect(crowded).toBeLessThan(met.length * 0.1);
    expect(Math.max(...met.slice(20))).toBeLessThanOrEqual(1);
    const before = flood.done;
    for (let tries = 0; tries < 100 && flood.done === before; tries += 1) await meets(admission, 'B', flood, 20);
    expect(flood.done).toBeGreaterThan(before);
    await flood.stop();
  });

  it('is also who has spent what it is allowed, however few its connections are', async () => {
    const admission = new Admission(wide);
    const flood = floodOf(admission, 'A', 3);
    const [, ...before] = await meets(admission, 'B', flood, 40);
    expect(before.filter((count) => count > 0).length).toBeGreaterThan(before.length * 0.9);
    admission.markExhausted({ agency: 'A', account: 'A' });
    const [, ...after] = await meets(admission, 'B', flood, 200);
    expect(after.filter((count) => count > 0).length).toBeLessThan(after.length * 0.1);
    await flood.stop();
  });

  it('is not who sends the ten requests of a page at once, and they are answered as quickly as ever', async () => {
    const admission = new Admission(wide);
    const page = { inWork: [] as unknown[] };
    const other = meets(admission, 'B', page, 50);
    await sleep(10);
    const since = performance.now();
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const leave = await admission.enter({ agency: 'A', account: 'A' }, stays);
        await sleep(2);
        leave();
      }),
    );
    // A flood would rest after each of them: ten times sixty milliseconds.
    expect(performance.now() - since).toBeLessThan(300);
    await other;
  });

  it('is not who has a little more going on than each of many that are at work', async () => {
    const admission = new Admission(wide);
    for (let other = 0; other < 20; other += 1) requests.of(admission, `other ${other}`).times(2);
    const page = requests.of(admission, 'A');
    page.times(10);
    // Longer than a moment: the load is averaged.
    await sleep(800);
    for (let answered = 0; answered < 8; answered += 1) {
      expect([answered, page.inWork.length]).toEqual([answered, 2]);
      page.inWork.shift()?.();
      await settled();
    }
  });

  it('has four requests in work beside others, two for an account, from the first moment and before it is known as a flood', async () => {
    const admission = new Admission({ ...wide, waitMs: 100 });
    requests.of(admission, 'B').times(1);
    const accounts = ['one', 'two', 'three'].map((account) => requests.of(admission, 'A', account));
    for (const { times } of accounts) times(20);
    await settled();
    expect(accounts.map(({ inWork }) => inWork.length)).toEqual([2, 2, 0]);
  });

  it('answers colleagues beside somebody whose questions take long', async () => {
    const admission = new Admission(wide);
    requests.of(admission, 'B').times(1);
    const analyst = requests.of(admission, 'A', 'analyst');
    const officer = requests.of(admission, 'A', 'officer');
    analyst.times(4);
    officer.times(1);
    await settled();
    expect([analyst, officer].map(({ inWork }) => inWork.length)).toEqual([2, 1]);
  });

  it('shares the turns of floods with others that flood', async () => {
    const admission = new Admission(wide);
    const floods = [floodOf(admission, 'A'), floodOf(admission, 'C')];
    await sleep(100);
    const met: number[] = [];
    for (let time = 0; time < 100; time += 1) {
      const leave = await admission.enter({ agency: 'B', account: 'B' }, stays);
      met.push(floods.reduce((sum, { inWork }) => sum + inWork.length, 0));
      await sleep(1);
      leave();
    }
    expect(Math.max(...met.slice(20))).toBeLessThanOrEqual(1);
    await Promise.all(floods.map((flood) => flood.stop()));
  });
});
