import { closeSync, openSync } from 'node:fs';
import { tryLock } from 'fs-native-extensions';
import { codeOf } from '../../start/startup-error.ts';

/**
 * A lock that the kernel keeps for an open file. It ends with the last process that has the file open, however that process dies, and it holds
 * between containers, because they share the kernel: no number of a process or of a port has to be trusted.
 */
export type KernelLock = {
  /** For a child process to inherit: then the lock lives as long as the child does. Undefined where the file system knows no locks. */
  readonly fd: number | undefined;
  release(): Promise<void>;
};

export type TryKernelLock = (path: string, place: number, mode?: 'shared' | 'exclusive') => Promise<KernelLock | null>;

/** What file systems without locks answer. */
const NOT_SUPPORTED = new Set(['ENOLCK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']);

/** Without locks of the file system every try succeeds, and proves nothing. */
export const noKernelLock: TryKernelLock = async () => ({ fd: undefined, release: async () => undefined });

function lockOf(fd: number, place: number, mode: 'shared' | 'exclusive'): 'taken' | 'held' | 'unknown' {
  try {
    return tryLock(fd, place, 1, { shared: mode === 'shared' }) ? 'taken' : 'held';
  } catch (error) {
    if (codeOf(error) === 'EACCES') return 'held';
    if (NOT_SUPPORTED.has(codeOf(error))) return 'unknown';
    throw error;
  }
}

/** Locks one byte of a file, which is made when missing; null when another holder has it. */
export const tryKernelLock: TryKernelLock = async (path, place, mode = 'exclusive') => {
  // A plain descriptor: a FileHandle without references would be closed, and the lock lost.
  const fd = openSync(path, 'a+', 0o600);
  const outcome = lockOf(fd, place, mode);
  if (outcome === 'taken') return { fd, release: async () => closeSync(fd) };
  closeSync(fd);
  return outcome === 'held' ? null : noKernelLock(path, place);
};
