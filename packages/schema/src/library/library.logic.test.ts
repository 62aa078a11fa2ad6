import { describe, expect, it } from '@jest/globals';
import { actsOpen, destination } from '../lifecycle/lifecycle.logic.ts';
import { isOffered, isWritable, libraryLifecycle } from './library.logic.ts';

const statuses = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const;

describe('the life cycle of a risk of the library', () => {
  it.each([
    ['PUBLISH', ['PUBLISHED', null, null]],
    ['WITHDRAW', [null, 'WITHDRAWN', null]],
  ] as const)('leads %s from every status where the table says', (act, expected) => {
    expect(statuses.map((status) => destination(libraryLifecycle, act, status))).toEqual(expected);
  });

  it('is the centre’s alone, and ends with withdrawal', () => {
    expect(statuses.map((status) => actsOpen(libraryLifecycle, status, ['CENTRE']))).toEqual([
      ['PUBLISH'],
      ['WITHDRAW'],
      [],
    ]);
    for (const status of statuses)
      expect(actsOpen(libraryLifecycle, status, ['EDITOR', 'APPROVER', 'ANALYST', 'CITY_ADMIN'])).toEqual([]);
  });

  it('lets it be written as a draft and answered while it is offered', () => {
    expect(statuses.filter(isWritable)).toEqual(['DRAFT']);
    expect(statuses.filter(isOffered)).toEqual(['PUBLISHED']);
  });
});
