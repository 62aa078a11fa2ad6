import { type ChildProcess, spawn } from 'node:child_process';
import { nodeOn } from './cores.ts';
import type { Flood, Hold, Job, Pace, Report, Results } from './jobs.ts';
import { root } from './server.ts';

const program = `${root}test/dist/attack-crew.js`;

export type Crew<Result> = {
  /** All that the job opens is open, and its first requests are on their way. */
  readonly ready: Promise<void>;
  readonly result: Promise<Result>;
  /** Gone at once, as clients go whose machine is switched off. */
  kill(): void;
};

function start(isApart: boolean): ChildProcess {
  const { command, args } = isApart ? nodeOn('load', [program]) : { command: process.execPath, args: [program] };
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

/** Sends the attackers to do a job, which is bounded in number and time by itself. */
export function sendCrew(job: Flood, isApart: boolean): Crew<Results['flood']>;
export function sendCrew(job: Pace, isApart: boolean): Crew<Results['pace']>;
export function sendCrew(job: Hold, isApart: boolean): Crew<Results['hold']>;
export function sendCrew(job: Job, isApart: boolean): Crew<unknown> {
  const child = start(isApart);
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const result = new Promise<unknown>((resolve, reject) => {
    child.on('message', (report: Report) => ('ready' in report ? isReady() : resolve(report.result)));
    child.once('exit', (code, signal) => {
      isReady();
      reject(new Error(`The attackers left with ${code ?? signal}.`));
    });
  });
  // Whoever kills a crew does not wait for its result.
  result.catch(() => undefined);
  child.send(job);
  return { ready, result, kill: () => void child.kill('SIGKILL') };
}
