import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { Admission, type Leave } from './admission.ts';
import { type AdmissionLimits, admissionLimits } from './limits.ts';

const limits: AdmissionLimits = {
  total: 8,
  perAgency: 4,
  perAccount: 2,
  waitingTotal: 20,
  waitingPerAccount: 10,
  waitMs: 1_000,
};
const stays = new RequestDeadline(60_000);
const left = () => new RegistryError('UNAVAILABLE', { th: 'ผู้ขอยกเลิกคำขอ', en: 'The client left.' });

/** Every request that was made, in work or refused by now or later. */
const everyOne: Promise<void>[] = [];
afterAll(async () => {
  stays.end(left());
  await Promise.all(everyOne);
});

/** Requests of one account, and those of them that are in work. */
function requestsOf(admission: Admission, agency: string, account = agency) {
  const inWork: Leave[] = [];
  const refused: string[] = [];
  const ask = (deadline = stays) => {
    const asked = admission.enter({ agency, account }, deadline).then(
      (leave) => void inWork.push(leave),
      (error: { code: string }) => void refused.push(error.code),
    );
    everyOne.push(asked);
    return asked;
  };
  return { inWork, refused, ask, times: (count: number) => Array.from({ length: count }, () => ask()) };
}

const settled = () => sleep(0);

describe('requests in work', () => {
  it('are bounded for an account, for an agency and in all, and the next one comes when one is done', async () => {
    const admission = new Admission(limits);
    const one = requestsOf(admission, 'A', 'one');
    const two = requestsOf(admission, 'A', 'two');
    const three = requestsOf(admission, 'A', 'three');
    one.times(2);
    two.times(2);
    await settled();
    one.times(1);
    three.times(1);
    await settled();
    expect([one, two, three].map(({ inWork }) => inWork.length)).toEqual([2, 2, 0]);
    expect(admission.load).toEqual({ working: 4, waiting: 2 });
    two.inWork.pop()?.();
    await settled();
    expect([one, two, three].map(({ inWork }) => inWork.length)).toEqual([2, 1, 1]);
    for (const agency of ['B', 'C', 'D']) requestsOf(admission, agency).times(2);
    await settled();
    expect(admission.load).toEqual({ working: 8, waiting: 3 });
  });

  it('are counted once, however often the end of one is told', async () => {
    const admission = new Admission(limits);
    const leave = await admission.enter({ agency: 'A', account: 'one' }, stays);
    leave();
    leave();
    expect(admission.load).toEqual({ working: 0, waiting: 0 });
  });
});

describe('refusals', () => {
  const narrow = { ...limits, perAccount: 1, waitingPerAccount: 0 };

  it('are told at once while they are few, and one after another when a client asks again and again', async () => {
    const admission = new Admission(narrow);
    const { refused, ask } = requestsOf(admission, 'A');
    await ask();
    const since = performance.now();
    await ask();
    const first = performance.now() - since;
    await Promise.all(Array.from({ length: 40 }, () => ask()));
    expect(refused).toEqual(Array(41).fill('RATE_LIMITED'));
    expect(performance.now() - since - first).toBeGreaterThan(150);
    expect(first).toBeLessThan(50);
  });
});

describe('a request that waits', () => {
  it('is refused at once when too many wait, and after a while when its turn does not come', async () => {
    const admission = new Admission({ ...limits, waitMs: 50 });
    const asked = requestsOf(admission, 'A', 'one');
    asked.times(13);
    await settled();
    expect([asked.inWork.length, asked.refused]).toEqual([2, ['RATE_LIMITED']]);
    await sleep(500);
    expect(asked.refused).toEqual(['RATE_LIMITED', ...Array(10).fill('UNAVAILABLE')]);
    expect(admission.load).toEqual({ working: 2, waiting: 0 });
  });

  it('is told to come again well before its deadline', () => {
    const settings = { requestsInWork: 8, requestWaitMs: 5_000 };
    expect(admissionLimits({ ...settings, requestTimeoutMs: 15_000 }).waitMs).toBe(5_000);
    expect(admissionLimits({ ...settings, requestTimeoutMs: 3_000 }).waitMs).toBe(1_000);
  });

  it('is forgotten when its client leaves', async () => {
    const admission = new Admission(limits);
    const asked = requestsOf(admission, 'A', 'one');
    const client = new RequestDeadline(60_000);
    asked.times(2);
    const asking = asked.ask(client);
    await settled();
    client.end(left());
    await asking;
    expect(asked.refused).toEqual(['UNAVAILABLE']);
    expect(admission.load).toEqual({ working: 2, waiting: 0 });
  });
});

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
    for (let other = 0; other < 20; other += 1) requestsOf(admission, `other ${other}`).times(2);
    const page = requestsOf(admission, 'A');
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
    requestsOf(admission, 'B').times(1);
    const accounts = ['one', 'two', 'three'].map((account) => requestsOf(admission, 'A', account));
    for (const { times } of accounts) times(20);
    await settled();
    expect(accounts.map(({ inWork }) => inWork.length)).toEqual([2, 2, 0]);
  });

  it('answers colleagues beside somebody whose questions take long', async () => {
    const admission = new Admission(wide);
    requestsOf(admission, 'B').times(1);
    const analyst = requestsOf(admission, 'A', 'analyst');
    const officer = requestsOf(admission, 'A', 'officer');
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
