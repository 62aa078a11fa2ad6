// The longest files begin first, so that no worker is left alone with one of them at the end. On a fresh clone Jest knows nothing of times.
import TestSequencer from '@jest/test-sequencer';

const longest = [
  'test/attack/',
  'test/contract/isolation-',
  'test/verdict/verdicts-hold.',
  'test/journeys/integrity-year.',
  'test/serving/startup.',
  'test/journeys/own-database.',
  'test/contract/cursors.',
  'test/journeys/ide-people.',
  'test/lifecycle/',
  'test/tenancy/filters.',
  'test/grouping/grouping.property.',
  'test/serving/values.',
  'test/database/instance-lock.',
  'test/daily/dev.',
  'test/sign-in-browser/',
  'test/contract/',
  'test/limits/refusals.',
];

const placeOf = ({ path }) => {
  const place = longest.findIndex((part) => path.includes(part));
  return place === -1 ? longest.length : place;
};

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
