import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { isLarge, SerialQueue } from './large-requests.ts';

describe('large requests that arrive together', () => {
  it('are worked on one in each turn of the event loop, in their order', async () => {
    const largeRequests = new SerialQueue();
    const done: number[] = [];
    const all = Promise.all([1, 2, 3, 4].map((each) => largeRequests.next().then(() => done.push(each))));
    const seen: number[][] = [];
    while (done.length < 4) {
      await nextTurn();
      seen.push([...done]);
    }
    await all;
    for (const [turn, those] of seen.entries()) expect(those.length - (seen[turn - 1]?.length ?? 0)).toBeLessThan(2);
    expect(done).toEqual([1, 2, 3, 4]);
  });

  it('are those with much to parse, in the body or in the address', () => {
    const small = { url: '/graphql', body: '{"query":"{ viewer { role } }"}' };
    expect(isLarge(small)).toBe(false);
    expect(isLarge({ ...small, body: 'x'.repeat(5_000) })).toBe(true);
    expect(isLarge({ url: `/graphql?query=${'x'.repeat(5_000)}` })).toBe(true);
  });
});
