import { expect, test } from '@jest/globals';
import { problemsOfOversight, shareADay } from './oversight.logic.ts';

const day = (text: string | null) => (text === null ? null : new Date(text));
const days = (from: string | null, to: string | null) => ({ validFrom: day(from), validTo: day(to) });

test.each([
  [days(null, null), days('2026-01-01', '2026-01-01'), true],
  [days(null, '2026-01-01'), days('2026-01-01', null), true],
  [days(null, '2025-12-31'), days('2026-01-01', null), false],
  [days('2026-02-01', '2026-02-28'), days('2026-01-01', '2026-01-31'), false],
  [days('2026-02-01', '2026-02-28'), days('2026-02-28', null), true],
])('two spans share a day or do not: %#', (one, other, expected) => {
  expect([shareADay(one, other), shareADay(other, one)]).toEqual([expected, expected]);
});

test('a centre oversees another agency than its own, once at a time', () => {
  const given = { centreId: 'a', overseenId: 'b', ...days('2026-01-01', null) };
  const fields = (problems: ReturnType<typeof problemsOfOversight>) => problems.map(({ field }) => field);
  expect(fields(problemsOfOversight(given, [days(null, '2025-12-31')]))).toEqual([]);
  expect(fields(problemsOfOversight(given, [days(null, null)]))).toEqual(['validFrom']);
  expect(fields(problemsOfOversight({ ...given, overseenId: 'a' }, []))).toEqual(['overseenId']);
});
