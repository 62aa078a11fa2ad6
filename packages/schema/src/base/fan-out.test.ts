import { describe, expect, it } from '@jest/globals';
import { mapEvents } from './event-stream.ts';
import { FanOut } from './fan-out.ts';

describe('a fan-out', () => {
  it('hands every event to everybody who listens, in order, and forgets whoever stops, even while they wait', async () => {
    const fanOut = new FanOut<number>();
    const [first, second] = [fanOut.listen(), fanOut.listen()];
    const waiting = first.next();
    fanOut.publish(1);
    fanOut.publish(2);
    expect(await waiting).toEqual({ done: false, value: 1 });
    expect(await first.next()).toEqual({ done: false, value: 2 });
    expect(await second.next()).toEqual({ done: false, value: 1 });
    const endless = first.next();
    await first.return?.();
    expect(await endless).toEqual({ done: true, value: undefined });
    expect(fanOut.size).toBe(1);
    await second.return?.();
    expect(await second.next()).toEqual({ done: true, value: undefined });
    expect(fanOut.size).toBe(0);
  });

  it('ends the stream of a reader who falls a thousand events behind, and keeps nothing for it', async () => {
    const fanOut = new FanOut<number>();
    const [slow, quick] = [fanOut.listen(), fanOut.listen()];
    for (let event = 0; event <= 1_000; event += 1) {
      fanOut.publish(event);
      await quick.next();
    }
    expect(fanOut.size).toBe(1);
    await expect(slow.next()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await slow.next()).toEqual({ done: true, value: undefined });
  });

  it('tells everybody when its source is interrupted, and takes nobody until it is back', async () => {
    const fanOut = new FanOut<number>();
    const stream = fanOut.listen();
    const waiting = stream.next();
    fanOut.interrupt();
    await expect(waiting).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(() => fanOut.listen()).toThrow();
    fanOut.resume();
    const again = fanOut.listen();
    fanOut.publish(1);
    expect(await again.next()).toEqual({ done: false, value: 1 });
  });
});

describe('a mapped stream', () => {
  it('leaves out what becomes nothing, and ends its source when it ends or fails', async () => {
    const fanOut = new FanOut<number>();
    const even = mapEvents(fanOut.listen(), async (event) => (event % 2 === 0 ? { event } : null));
    for (const event of [1, 2, 3, 4]) fanOut.publish(event);
    expect(await even.next()).toEqual({ done: false, value: { event: 2 } });
    expect(await even.next()).toEqual({ done: false, value: { event: 4 } });
    await even.return?.();
    expect(fanOut.size).toBe(0);
    const failing = mapEvents(fanOut.listen(), () => Promise.reject(new Error('not this one')));
    fanOut.publish(1);
    await expect(failing.next()).rejects.toThrow('not this one');
    expect(fanOut.size).toBe(0);
  });
});
