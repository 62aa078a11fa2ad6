import { isDeepStrictEqual } from 'node:util';
import type { Running } from './processes.ts';
import { BenchError } from './say.ts';
import { serverTitles } from './server-names.ts';
import type { WorkloadName } from './workloads.ts';

/** Where servers write exact numbers as texts, each with as many decimals as it likes: amounts, and means of scores. */
const exact = new Set(['ceilingAmount', 'score']);

const hundredths = (text: string): number => Math.round(Number(`${text}e2`)) / 100;

/** One form for the same facts: keys in order, exact numbers in hundredths, groups in the order of their keys, which is free in PostGraphile. */
export function normalForm(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((each) => normalForm(each));
    return key === 'groups' ? parts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : parts;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, part]) => [name, normalForm(part, name)]),
    );
  }
  if (exact.has(key) && value !== null) return hundredths(String(value));
  return value;
}

type Answer = { readonly server: Running; readonly form: unknown };

/** Two servers that tell different facts cannot be compared in anything else. */
export function requireSame(
  workload: WorkloadName,
  variables: unknown,
  first: Answer | undefined,
  second: Answer,
): void {
  if (!first || isDeepStrictEqual(first.form, second.form)) return;
  const shown = ({ server, form }: Answer) => `${serverTitles[server.name]}:\n${JSON.stringify(form, null, 1)}`;
  throw new BenchError(
    `คำตอบของ ${workload} ไม่ตรงกัน`,
    `${workload} ${JSON.stringify(variables)}: the answers differ, so nothing is timed.\n${shown(first)}\n${shown(second)}`,
  );
}
