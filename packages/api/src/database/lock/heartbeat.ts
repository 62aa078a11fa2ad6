import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../start/startup-error.ts';
import { beat, type Holder } from './holder-file.ts';

/** How often a holder writes a heartbeat; without one for STALE_MS, it counts as gone. */
export const BEAT_MS = 2_000;
export const STALE_MS = 10_000;
/** Who could not write for so long stops by itself, before another host may take over. */
const UNWRITTEN_MS_MAX = 8_000;

/**
 * No reason to stop: on a full disk no other server can take over, since that needs a new file, and a process with too many open files
 * tries again at the next beat.
 */
const PASSING = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE']);

const RECHECK_MS = 250;

export type Heartbeat = { stop(): Promise<void> };

/** Gives signs of life until it is stopped, or until another has the file or it cannot be written: then `onLost` is called, once. */
export function startHeartbeat(path: string, holder: Holder, onLost: () => void, beatMs = BEAT_MS): Heartbeat {
  let count = 0;
  let writtenAt = performance.now();
  let isStopped = false;
  let beating = Promise.resolve();

  const isStillOurs = async (): Promise<boolean> => {
    count += 1;
    try {
      // A process that took another's file by mistake puts it back at once: a missing file is looked for twice.
      if (!(await beat(path, holder, count))) {
        await sleep(RECHECK_MS);
        if (!(await beat(path, holder, count))) return false;
      }
      writtenAt = performance.now();
      return true;
    } catch (error) {
      if (PASSING.has(codeOf(error))) writtenAt = performance.now();
      return performance.now() - writtenAt < UNWRITTEN_MS_MAX;
    }
  };
  const next = async (): Promise<void> => {
    const isOurs = await isStillOurs();
    if (isStopped || isOurs) return;
    isStopped = true;
    clearInterval(timer);
    onLost();
  };
  const timer = setInterval(() => {
    beating = beating.then(next);
  }, beatMs).unref();

  return {
    stop() {
      isStopped = true;
      clearInterval(timer);
      return beating;
    },
  };
}
