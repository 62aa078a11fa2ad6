import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What /proc counts processor time in; Linux has kept it at 100 a second for programs since ever. */
const MS_PER_TICK = 10;

type Stat = { readonly parent: number; readonly own: number; readonly withChildren: number };

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    return {
      parent: fields[1] ?? 0,
      own: (utime + stime) * MS_PER_TICK,
      withChildren: (utime + stime + cutime + cstime) * MS_PER_TICK,
    };
  } catch {
    return null;
  }
}

export const hasProc = (): boolean => statOf(process.pid) !== null;

/** Processor time of a process in ms, since it started. */
export const cpuOf = (pid: number): number => statOf(pid)?.own ?? 0;

/** Processor time of PostgreSQL in ms: of its first process, of all that it runs and of those that ended. */
export function cpuOfPostgres(postmaster: number): number {
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === postmaster);
  return (statOf(postmaster)?.withChildren ?? 0) + running.reduce((sum, stat) => sum + (stat?.own ?? 0), 0);
}

export const postmasterOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Resident memory of a process in MB. */
export function residentMb(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0;
  }
}

/** The most resident memory that a process has had since it started, in MB. */
export function peakResidentMb(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0;
  }
}

function proportionalMb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0;
  }
}

/** Memory of PostgreSQL in MB: of its first process and of all that it runs, what they share counted once. */
export function postgresMb(postmaster: number): number {
  const running = readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && statOf(pid)?.parent === postmaster);
  return [postmaster, ...running].reduce((sum, pid) => sum + proportionalMb(pid), 0);
}
