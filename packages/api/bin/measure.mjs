// `npm run measure`: starts the server twice on a throw-away data directory; prints the seconds to the ready line and the memory at rest.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REST_MS = 10_000;
const dataDir = mkdtempSync(join(tmpdir(), 'registry-measure-'));

function start() {
  const since = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL('./start.mjs', import.meta.url))], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.stdout.on(
      'data',
      (chunk) => /^ready /m.test(String(chunk)) && resolve({ child, seconds: (performance.now() - since) / 1000 }),
    );
    child.on('exit', (code) => reject(new Error(`The server left with ${code} before it was ready.`)));
  });
}

const stop = (child) => new Promise((resolve) => child.removeAllListeners('exit').on('exit', resolve).kill('SIGTERM'));

/** Resident memory of a process in MB; Linux only. */
const residentMb = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const first = await start();
process.stdout.write(`first start (packages installed): ready after ${first.seconds.toFixed(1)} s\n`);
await stop(first.child);
const second = await start();
process.stdout.write(`second start: ready after ${second.seconds.toFixed(1)} s\n`);
await new Promise((resolve) => setTimeout(resolve, REST_MS));
process.stdout.write(`server at rest: ${residentMb(second.child.pid).toFixed(0)} MB resident\n`);
await stop(second.child);
rmSync(dataDir, { recursive: true, force: true });
