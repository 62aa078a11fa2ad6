import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const cores = availableParallelism();
const hasTaskset = process.platform === 'linux' && cores > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Whether the load has a core of its own, so that what is measured is the server and not the attacker beside it. */
export const isApart = hasTaskset;

export type Side = 'server' | 'load';

/** The command that runs Node on the cores of a side: the last one is the load's, all others are the server's and PostgreSQL's. */
export function nodeOn(side: Side, args: readonly string[]): { command: string; args: string[] } {
  if (!hasTaskset) return { command: process.execPath, args: [...args] };
  const list = side === 'load' ? String(cores - 1) : `0-${cores - 2}`;
  return { command: 'taskset', args: ['-c', list, process.execPath, ...args] };
}
