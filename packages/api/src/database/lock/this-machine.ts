import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Names one run of one kernel, the same in all its containers; elsewhere than on Linux the name of the host has to do. */
export const thisMachine = (): Promise<string> =>
  readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (id) => id.trim(),
    () => hostname(),
  );
