import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { Admission } from './admission.ts';
import { admissionLimits } from './limits.ts';
import { left, limits, Requests, settled } from './requests.fixture.ts';

const requests = new Requests();
const { stays } = requests;
afterAll(() => requests.end());

describe('requests in work', () => {
  it('are bounded for an account, for an agency and in all, and the next one comes when one is done', async () => {
    const admission = new Admission(limits);
    const one = requests.of(admission, 'A', 'one');
    const two = requests.of(admission, 'A', 'two');
    const three = requests.of(admission, 'A', 'three');
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
    for (const agency of ['B', 'C', 'D']) requests.of(admission, agency).times(2);
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
    const { refused, ask } = requests.of(admission, 'A');
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
    const asked = requests.of(admission, 'A', 'one');
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
    const asked = requests.of(admission, 'A', 'one');
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
