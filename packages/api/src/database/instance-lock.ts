import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, StartupError } from '../startup-error.ts';

const LINUX_NAME_LENGTH = 108;

/**
 * One server per data directory. The lock is a listening local socket, because the operating system frees it at the
 * moment its process dies, however it dies: no process number has to be trusted, which a container soon reuses.
 */
function addressOf(dataDir: string): string {
  const name = `city-plan-registry-${createHash('sha256').update(dataDir).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  // A name that begins with NUL exists only in memory on Linux; elsewhere it has to be a file. It is filled up to the
  // full length, because newer versions of Node no longer do that, and old and new ones have to see the same name.
  return process.platform === 'linux' ? `\0${name}`.padEnd(LINUX_NAME_LENGTH, '-') : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    // Whoever asks is told which process holds the lock.
    const server = createServer((socket) => socket.on('error', () => undefined).end(String(process.pid)));
    server.once('error', reject);
    server.listen(address, () => resolve(server.unref()));
  });
}

/** The process number of the holder, '' when it does not answer, undefined when nobody listens any more. */
function askHolder(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = createConnection(address);
    socket.setEncoding('utf8').setTimeout(1000, () => socket.destroy());
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('error', (error) => resolve(['ECONNREFUSED', 'ENOENT'].includes(codeOf(error)) ? undefined : ''));
    socket.on('close', () => resolve(answer));
  });
}

/** The process that has the data directory ('' when it does not say); undefined when nobody has it. */
export const holderOf = (dataDir: string): Promise<string | undefined> => askHolder(addressOf(dataDir));

/** Takes the data directory for this process or says who has it; answers how to give it back. */
export async function lockDataDirectory(dataDir: string): Promise<{ release(): Promise<void> }> {
  const address = addressOf(dataDir);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const server = await listen(address);
      return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    } catch (cause) {
      if (codeOf(cause) !== 'EADDRINUSE') throw cause;
      const holder = await askHolder(address);
      if (holder === undefined && attempt < 3) {
        if (!address.startsWith('\0')) await rm(address, { force: true });
        continue;
      }
      const process = holder ? ` (process ${holder})` : '';
      throw new StartupError(
        `มีเซิร์ฟเวอร์อื่น${process} ใช้โฟลเดอร์ข้อมูล ${dataDir} อยู่ โปรดหยุดตัวนั้นก่อน หรือตั้ง DATA_DIR เป็นโฟลเดอร์อื่น`,
        `Another server${process} is using the data directory ${dataDir}. Stop it first, or set DATA_DIR to another directory.`,
        { cause },
      );
    }
  }
}
