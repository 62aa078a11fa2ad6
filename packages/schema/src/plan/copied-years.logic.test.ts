import { expect, it } from '@jest/globals';
import { isEvidenceUrl } from '../base/web-address.logic.ts';
import { copiedYears } from './copied-years.logic.ts';

const period = (fiscalYearFrom: number, fiscalYearTo: number) => ({ fiscalYearFrom, fiscalYearTo });

it('the years of a copied project keep their place in the period, as far as the new one goes', () => {
  expect(copiedYears([2566, 2568, 2570], period(2566, 2570), period(2571, 2575))).toEqual([2571, 2573, 2575]);
  expect(copiedYears([2566, 2568, 2570], period(2566, 2570), period(2571, 2573))).toEqual([2571, 2573]);
  expect(copiedYears([2568], period(2566, 2570), period(2571, 2571))).toEqual([]);
  expect(copiedYears([2567], period(2567, 2567), period(2567, 2567))).toEqual([2567]);
});

it.each([
  ['https://example.go.th/ผลการดำเนินงาน.pdf', true],
  ['http://example.go.th/a.pdf', false],
  ['javascript:alert(1)', false],
  ['https://user:secret@example.go.th', false],
  ['example.go.th', false],
  ['https://', false],
  [`https://example.go.th/${'a'.repeat(2000)}`, false],
])('%s is a link to evidence: %s', (text, expected) => {
  expect(isEvidenceUrl(text)).toBe(expected);
});
