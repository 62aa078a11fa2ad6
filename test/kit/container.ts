import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataDirectoryServer } from './data-directory-server.ts';

const ISOLATED = ['--net', '--pid', '--mount', '--ipc', '--uts', '--fork', '--mount-proc', '--kill-child'];

/** Whether this machine lets us make namespaces, which is what keeps containers apart. */
export const canIsolate = spawnSync('unshare', [...ISOLATED, 'true']).status === 0;

const program = fileURLToPath(new URL('../dist/data-directory-server.js', import.meta.url));

/** Bundles the program of `startProcess`; once for a test file. */
export async function buildDataDirectoryServer(): Promise<void> {
  const { bundle } = await import(new URL('../../packages/api/bin/bundle.mjs', import.meta.url).href);
  await bundle(fileURLToPath(new URL('./data-directory-server.ts', import.meta.url)), program);
}

/** A server of a data directory in a process, or in namespaces of its own as a container has them. */
export type ServerProcess = {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Ends when the output has the text; fails when the process ends before. */
  until(text: string): Promise<void>;
  readonly ended: Promise<number | null>;
  /** Sends a signal to the server itself, within its container. */
  signal(name: NodeJS.Signals): void;
};

/** The first Node among a process and those that it started, one below the other. */
function nodeBelow(pid: number): number {
  if (basename(readlinkSync(`/proc/${pid}/exe`)) === 'node') return pid;
  const [next] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  if (!next) throw new Error(`No Node runs below process ${pid}.`);
  return nodeBelow(Number(next));
}

export function startProcess(
  options: DataDirectoryServer,
  isolation: 'none' | 'container' | 'container-with-init' = 'none',
) {
  const command = [process.execPath, program, JSON.stringify(options)];
  // With an init of its own the container outlives the server in it, as a pod outlives a process.
  const inside = isolation === 'container-with-init' ? ['sh', '-c', '"$@"; sleep 60', 'sh', ...command] : command;
  const lo = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  const [file = '', ...parameters] = isolation === 'none' ? command : ['unshare', ...ISOLATED, ...lo, ...inside];
  const child = spawn(file, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const server: ServerProcess = {
    child,
    output: () => output,
    ended,
    signal: (name) => void process.kill(nodeBelow(child.pid ?? 0), name),
    async until(text) {
      let isOver = false;
      void ended.then(() => {
        isOver = true;
      });
      while (!output.includes(text)) {
        if (isOver) throw new Error(`The process ended without "${text}": ${output}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
  return server;
}
