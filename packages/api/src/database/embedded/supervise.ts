import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../../start/startup-error.ts';
import type { Log } from '../log.ts';
import { clearPidFile, killCluster, stopOrphans } from './orphaned-postmaster.ts';
import { hasEnded, type PostmasterPlan, rotateLog, startPostmaster, stopPostmaster } from './postmaster.ts';

export type Supervised = {
  stop(): Promise<void>;
  /** Ends PostgreSQL at once, without an orderly end that would still write. */
  kill(): Promise<void>;
};

/** Keeps the server process running: after a full disk it gives up, and has to come back when there is room again. */
export function supervise(first: ChildProcess, plan: PostmasterPlan, log: Log): Supervised {
  let child = first;
  let stopping = false;
  let restarting = Promise.resolve();

  const restart = async (): Promise<void> => {
    log('PostgreSQL หยุดเองโดยไม่ได้สั่ง กำลังเริ่มใหม่', 'PostgreSQL stopped by itself; starting it again');
    for (let attempt = 1; !stopping; attempt += 1) {
      try {
        await stopOrphans(plan.clusterDir);
        await clearPidFile(plan.clusterDir);
        watch(await startPostmaster(plan, () => undefined));
        log('PostgreSQL กลับมาทำงานแล้ว', 'PostgreSQL is running again');
        return;
      } catch (error) {
        if (attempt % 30 === 1)
          log(`PostgreSQL ยังเริ่มไม่ได้: ${reasonOf(error)}`, `PostgreSQL cannot start: ${reasonOf(error)}`);
        await sleep(2000);
      }
    }
  };
  const onExit = (): void => {
    if (!stopping) restarting = restart();
  };
  const watch = (next: ChildProcess): void => {
    child = next;
    child.unref();
    child.once('exit', onExit);
    if (hasEnded(child)) onExit();
  };
  // When this process ends without having called stop, the database still gets its orderly shutdown.
  const onProcessExit = (): void => void child.kill('SIGINT');
  process.once('exit', onProcessExit);
  const rotation = setInterval(() => void rotateLog(plan.logFile).catch(() => undefined), 600_000).unref();
  watch(first);

  return {
    async stop() {
      stopping = true;
      clearInterval(rotation);
      await restarting;
      await stopPostmaster(child, plan);
      process.off('exit', onProcessExit);
    },
    async kill() {
      stopping = true;
      clearInterval(rotation);
      process.off('exit', onProcessExit);
      child.kill('SIGKILL');
      await killCluster(plan.clusterDir);
    },
  };
}
