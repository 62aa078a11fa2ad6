declare module 'fs-native-extensions' {
  /**
   * Locks a range of bytes of an open file (`fcntl` F_OFD_SETLK on Linux and macOS, LockFileEx on Windows); false when another holder has
   * it. Throws where the file system has no locks.
   */
  export function tryLock(fd: number, offset: number, length: number, options?: { shared?: boolean }): boolean;
}
