import { describe, expect, it } from '@jest/globals';
import { destination } from '../lifecycle/lifecycle.logic.ts';
import { type EntryAct, entryActsOpen, entryLifecycle, isEntryWritten } from './entry.logic.ts';
import { problemsOfPublication } from './publication.logic.ts';

const statuses = ['DRAFT', 'IMPORTED', 'RECORDED', 'PUBLISHED', 'CORRECTING'] as const;

/** Act by status; a blank is refused. */
const expected: Readonly<Record<EntryAct, readonly (string | null)[]>> = {
  RECORD: ['RECORDED', null, null, null, 'RECORDED'],
  PUBLISH: [null, null, 'PUBLISHED', null, null],
  CORRECT: [null, 'CORRECTING', 'CORRECTING', 'CORRECTING', null],
};

describe('the life of an entry', () => {
  it.each(['RECORD', 'PUBLISH', 'CORRECT'] as const)('leads %s from every status where the table says', (act) => {
    expect(statuses.map((status) => destination(entryLifecycle, act, status))).toEqual(expected[act]);
  });

  it('never leads back to a draft, which would hide what was confirmed', () => {
    expect(Object.values(entryLifecycle).map(({ to }) => to)).not.toContain('DRAFT');
  });

  it('is written as a draft or while it is corrected, and moved by approvers alone', () => {
    expect(statuses.filter(isEntryWritten)).toEqual(['DRAFT', 'CORRECTING']);
    expect(statuses.map((status) => entryActsOpen(status, ['EDITOR', 'CENTRE']))).toEqual([[], [], [], [], []]);
    expect(entryActsOpen('RECORDED', ['APPROVER'])).toEqual(['PUBLISH', 'CORRECT']);
  });
});

describe('where something was published', () => {
  const today = new Date('2026-11-30');
  const fieldsOf = (given: Partial<Parameters<typeof problemsOfPublication>[0]>) =>
    problemsOfPublication(
      { publishedOn: new Date('2026-11-01'), channels: ['WEBSITE'], address: 'https://example.go.th/1', ...given },
      today,
    ).map(({ code, field }) => [code, field]);

  it('names a day that has come, channels, and a page where it is read on the web', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ channels: ['NOTICE_BOARD'], address: 'บอร์ดหน้าสำนักงานเขต' })).toEqual([]);
    expect(fieldsOf({ publishedOn: new Date('2026-12-01') })).toEqual([['PUBLISHED_LATER', 'publishedOn']]);
    expect(fieldsOf({ channels: [] })).toEqual([['NO_CHANNEL', 'channels']]);
    expect(fieldsOf({ channels: ['NOTICE_BOARD', 'SOCIAL_MEDIA'], address: 'บอร์ดหน้าสำนักงานเขต' })).toEqual([
      ['NOT_A_PAGE', 'address'],
    ]);
  });

  it('tells everything that is wrong at once', () => {
    expect(fieldsOf({ publishedOn: new Date('2027-01-01'), channels: [], address: 'x' })).toHaveLength(2);
  });
});
