declare module 'fs-native-extensions' {
  /**
   * Takes the lock of a range of bytes for an open file (`fcntl` F_OFD_SETLK on Linux and macOS, LockFileEx on Windows); false when somebody
   * else has it. Throws where the file system knows no locks.
   */
  export function tryLock(fd: number, offset: number, length: number, options?: { shared?: boolean }): boolean;
}
