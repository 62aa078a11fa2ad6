import { describe, expect, it } from '@jest/globals';
import { isLeftWithoutMeasures, type StoredStatus } from './mitigation.logic.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const measure = (status: StoredStatus, createdOn = '2026-01-01', endedOn = '2026-03-01') => ({
  status,
  createdAt: day(createdOn),
  updatedAt: day(endedOn),
});

describe('a risk', () => {
  it.each([
    ['without any measure', [], false, false],
    ['with a live measure', [measure('PLANNED')], false, false],
    ['with one cancelled and one live', [measure('CANCELLED'), measure('IN_PROGRESS')], false, false],
    ['with all cancelled', [measure('CANCELLED'), measure('CANCELLED')], true, true],
    ['with a finished one', [measure('CANCELLED'), measure('DONE')], false, true],
    ['with a new one since', [measure('CANCELLED'), measure('PLANNED', '2026-03-02')], true, true],
    ['with a new one finished', [measure('CANCELLED'), measure('DONE', '2026-03-02', '2026-04-01')], true, true],
  ] as const)(
    '%s: is it left without measures, and where its level has to be answered',
    (_, measures, left, leftHigh) => {
      expect([isLeftWithoutMeasures(measures, false), isLeftWithoutMeasures(measures, true)]).toEqual([left, leftHigh]);
    },
  );
});
