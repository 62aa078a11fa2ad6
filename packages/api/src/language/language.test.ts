import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.ts';

describe('the language of an answer', () => {
  it.each([
    undefined,
    '',
    'th',
    'th-TH,th;q=0.9,en-US;q=0.8,en;q=0.7',
    '*',
    '*;q=0.5',
    'fr',
    'en;q=0',
    'en;q=0, th',
    'en; q=0.8, th; q=0.9',
    'th;q=0',
    ',,',
  ])('is Thai for %p', (header) => expect(languageOf(header)).toBe('th'));

  it.each([
    'en',
    'EN-us',
    'en_US',
    'en-US,en;q=0.9,th;q=0.8',
    'fr, th;q=0.1, en;q=0.2',
    'en;q=0.5,th;q=0.5',
    'en ; q=0.5',
    'en ;Q=0.5 , th;q=0.4',
    'th;q=0, *',
    'th;q=0.2, *;q=0.5',
    ',,en,,',
  ])('is English for %p', (header) => expect(languageOf(header)).toBe('en'));
});
