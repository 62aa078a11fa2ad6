import { expect, it } from '@jest/globals';
import { Refusals } from './refusals.ts';

const waits = (refusals: Refusals, count: number, now = 0): number[] =>
  Array.from({ length: count }, () => refusals.waitFrom(now));

it('refuses at once while it refuses little', () => {
  const refusals = new Refusals();
  expect([0, 100, 200].map((now) => refusals.waitFrom(now))).toEqual([0, 0, 0]);
});

it('sends what is refused at one moment one after another, and never later than after ten seconds', () => {
  const sent = waits(new Refusals(), 2_000).sort((one, other) => one - other);
  expect(sent.at(-1)).toBeLessThan(10_000);
  expect(sent.slice(0, 300)).toEqual(Array.from({ length: 300 }, (_, place) => place * 15));
  // The line holds 667: the others stand between those of its later half, and not all in one place.
  const most = Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + 100).length));
  expect(most).toBeLessThan(100);
});

it('has room in its line again as time passes', () => {
  const refusals = new Refusals();
  waits(refusals, 700);
  expect(refusals.waitFrom(5_000)).toBeCloseTo(5_005, 0);
});
