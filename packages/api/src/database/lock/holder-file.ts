import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { codeOf } from '../../start/startup-error.ts';

/** The holder of a data directory. `machine` names one run of one kernel: on the same machine, the kernel's lock decides. */
const holderShape = z.object({
  token: z.uuid(),
  machine: z.string(),
  host: z.string(),
  pid: z.int(),
  since: z.string(),
});

export type Holder = z.infer<typeof holderShape>;

/** What stands in the file; no holder when it cannot be read, as after a power cut. */
export type HolderEntry = { readonly text: string; readonly holder: Holder | undefined };

const FIXED_LENGTH = 512;

/** The same length every time, so that a beat writes over the one before and needs no room on a full disk. */
const textOf = (holder: Holder, beat: number): string =>
  `${JSON.stringify({ ...holder, beat })}\n`.padEnd(FIXED_LENGTH, ' ');

function parse(text: string): Holder | undefined {
  try {
    return holderShape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export async function readHolder(path: string): Promise<HolderEntry | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    return { text, holder: parse(text) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether the file is written to while it is watched: the clocks of two hosts need not agree for that. */
export async function isBeating(path: string, seen: HolderEntry, forMs: number): Promise<boolean> {
  const until = performance.now() + forMs;
  while (performance.now() < until) {
    await sleep(Math.min(250, forMs / 10));
    const now = await readHolder(path);
    if (now === undefined) return false;
    if (now.text !== seen.text) return true;
  }
  return false;
}

/** Creates the file; false when another process was faster, on any host. */
export async function createHolder(path: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(path, textOf(holder, 0), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the file of a holder that is gone; false when the file has been replaced. */
export async function removeStaleHolder(path: string, seen: HolderEntry, token: string): Promise<boolean> {
  const aside = `${path}.${token}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  const isTheSame = (await readFile(aside, 'utf8')) === seen.text;
  // Another process took over in the same moment: the file is its own, and goes back.
  if (!isTheSame) await rename(aside, path);
  else await rm(aside, { force: true });
  return isTheSame;
}

/** Writes a heartbeat; false when the file names another holder, or is gone. */
export async function beat(path: string, holder: Holder, count: number): Promise<boolean> {
  try {
    const file = await open(path, 'r+');
    try {
      if (parse(await file.readFile('utf8'))?.token !== holder.token) return false;
      await file.write(textOf(holder, count), 0, 'utf8');
      return true;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
