import { isDeepStrictEqual } from 'node:util';
import type { Running } from './processes.ts';
import { BenchError } from './say.ts';
import { serverTitles } from './server-names.ts';
import type { WorkloadName } from './workloads.ts';

/** One form for the same facts: keys in order, amounts without trailing zeros, numbers as numbers. */
export function normalForm(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => normalForm(each));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, part]) => [name, normalForm(part, name)]),
    );
  }
  if (key === 'ceilingAmount' && value !== null) return Number(value);
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
