import { describe, expect, it } from '@jest/globals';
import { shownStatus, whereShown } from './mitigation.logic.ts';

const today = new Date('2026-11-21');
const yesterday = new Date('2026-11-20');

describe('a mitigation', () => {
  it('is overdue only while it is live and past its due date', () => {
    expect(shownStatus('PLANNED', yesterday, today)).toBe('OVERDUE');
    expect(shownStatus('IN_PROGRESS', today, today)).toBe('IN_PROGRESS');
    expect(shownStatus('DONE', yesterday, today)).toBe('DONE');
    expect(shownStatus('CANCELLED', yesterday, today)).toBe('CANCELLED');
  });

  it('is found under the status that it shows', () => {
    expect(whereShown(['OVERDUE', 'PLANNED', 'DONE'], today)).toEqual({
      OR: [
        { status: { in: ['PLANNED', 'IN_PROGRESS'] }, dueOn: { lt: today } },
        { status: 'PLANNED', dueOn: { gte: today } },
        { status: 'DONE' },
      ],
    });
  });
});
