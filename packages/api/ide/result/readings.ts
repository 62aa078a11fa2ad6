import { LRUCache } from 'lru-cache';
import { isRecord, textOf } from '../record.ts';
import type { Sent } from '../send.ts';

/** Who was answered, and what it took: shown under the result. Events of a subscription have no status of their own. */
export interface Reading {
  readonly asWhom: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** What was asked, for asking on where the answer ends. */
  readonly asked?: Sent;
}

export interface Summary {
  readonly errorCount: number;
  readonly cost: string | null;
  /** What the server says has to be known to read the answer rightly. */
  readonly notices: readonly string[];
}

const KEPT_MAX = 30;
const readings = new LRUCache<string, Reading>({ max: KEPT_MAX });

const keyOf = (tab: string | null, answerText: string): string => `${tab} ${answerText}`;

/**
 * GraphiQL keeps the text of an answer per tab but not how it came about, so readings are kept by tab and text. Switching tabs then shows
 * the figures of the answer in view, and never those of somebody else's answer that reads the same.
 */
export const keepReading = (tab: string | null, answer: unknown, reading: Reading): void => {
  if (tab === null) return;
  readings.set(keyOf(tab, JSON.stringify(answer, null, 2)), reading);
};

export const readingOf = (tab: string | null, answerText: string): Reading | null =>
  readings.get(keyOf(tab, answerText)) ?? null;

const costTextOf = (cost: unknown): string | null => {
  if (typeof cost === 'number') return cost.toLocaleString('en-US');
  if (!isRecord(cost)) return null;
  const used = cost.used ?? cost.actual ?? cost.complexity ?? cost.cost ?? cost.requested;
  const limit = cost.limit ?? cost.max ?? cost.maximum;
  if (typeof used !== 'number') return null;
  const shown = used.toLocaleString('en-US');
  return typeof limit === 'number' ? `${shown} / ${limit.toLocaleString('en-US')}` : shown;
};

const noticesIn = (notices: unknown): string[] =>
  Array.isArray(notices) ? notices.flatMap((notice) => (isRecord(notice) ? (textOf(notice.message) ?? []) : [])) : [];

export const summaryOf = (answer: unknown): Summary => {
  if (!isRecord(answer)) return { errorCount: 0, cost: null, notices: [] };
  return {
    errorCount: Array.isArray(answer.errors) ? answer.errors.length : 0,
    cost: isRecord(answer.extensions) ? costTextOf(answer.extensions.cost) : null,
    notices: isRecord(answer.extensions) ? noticesIn(answer.extensions.notices) : [],
  };
};
