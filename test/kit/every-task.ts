import { expect } from '@jest/globals';
import { taskSources } from '@registry/schema/viewer/tasks/tasks.loader.ts';
import type { Client } from './client.ts';

type EveryTask = { readonly kind: string; readonly titleTh: string; readonly isOverdue: boolean };

/** What waits for somebody, kind by kind: of many that are overdue the soonest hundred may be of a few kinds alone. */
export async function everyTask(ask: Client): Promise<EveryTask[]> {
  const ofEach = taskSources.map(
    ({ kind }) => `${kind}: tasks(first: 100, kinds: [${kind}]) { kind titleTh isOverdue }`,
  );
  const { data, errors } = await ask(`{ viewer { ${ofEach.join(' ')} } }`);
  expect(errors).toEqual([]);
  return Object.values<EveryTask[]>(data.viewer).flat();
}
