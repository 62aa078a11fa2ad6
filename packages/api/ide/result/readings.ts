import { isRecord } from '../record.ts';

/** What one answer cost: shown under the result. */
export interface Reading {
  readonly status: number;
  readonly milliseconds: number;
}

export interface Summary {
  readonly errorCount: number;
  readonly cost: string | null;
}

const KEPT_MAX = 30;
const readings = new Map<string, Reading>();

/**
 * GraphiQL keeps the text of an answer per tab but not how it came about, so readings are kept by that text. Switching
 * tabs then shows the figures of the answer in view and never those of another tab.
 */
export const keepReading = (answer: unknown, reading: Reading): void => {
  readings.set(JSON.stringify(answer, null, 2), reading);
  const oldest = readings.keys().next();
  if (readings.size > KEPT_MAX && !oldest.done) readings.delete(oldest.value);
};

export const readingOf = (answerText: string): Reading | null => readings.get(answerText) ?? null;

const costTextOf = (cost: unknown): string | null => {
  if (typeof cost === 'number') return cost.toLocaleString('en-US');
  if (!isRecord(cost)) return null;
  const used = cost.used ?? cost.actual ?? cost.complexity ?? cost.cost ?? cost.requested;
  const limit = cost.limit ?? cost.max ?? cost.maximum;
  if (typeof used !== 'number') return null;
  const shown = used.toLocaleString('en-US');
  return typeof limit === 'number' ? `${shown} / ${limit.toLocaleString('en-US')}` : shown;
};

export const summaryOf = (answer: unknown): Summary => {
  if (!isRecord(answer)) return { errorCount: 0, cost: null };
  return {
    errorCount: Array.isArray(answer.errors) ? answer.errors.length : 0,
    cost: isRecord(answer.extensions) ? costTextOf(answer.extensions.cost) : null,
  };
};
