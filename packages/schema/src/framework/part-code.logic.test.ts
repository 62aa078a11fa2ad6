import { describe, expect, it } from '@jest/globals';
import { isPartOf, partCode } from './part-code.logic.ts';

describe('the code of a part of the framework', () => {
  it('is kept in Arabic digits', () => expect(partCode(' ๑.๒.๒ ')).toBe('1.2.2'));

  it.each([
    ['1.2', '1', true],
    ['1.2.2', '1.2', true],
    ['1.10', '1', true],
    ['2.2', '1', false],
    ['1', '1', false],
    ['1.', '1', false],
    ['1.0', '1', false],
    ['1.02', '1', false],
    ['1.100', '1', false],
    ['1.2.2', '1', false],
    ['11.2', '1', false],
    ['1.a', '1', false],
  ])('%s under %s: %s', (code, whole, is) => expect(isPartOf(code, whole)).toBe(is));
});
