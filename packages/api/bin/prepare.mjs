// Makes a fresh clone ready to run with nothing but Node and npm: installs, generates and builds what is missing or out of date.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageCounter } from './packages.mjs';
import { runVisibly } from './run-visibly.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.registry-installed');

const quietEnvironment = {
  ...process.env,
  // Prisma looks for an engine that the registry does not use; an existing file keeps it from downloading one.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

async function run(command, parameters, { sentence, problem }) {
  const { status, error, isStopped } = await runVisibly(command, parameters, {
    cwd: root,
    env: quietEnvironment,
    shell: process.platform === 'win32',
    sentence,
  });
  if (status === 0) return;
  // Nothing is wrong with what was stopped.
  if (isStopped) process.exit(status);
  process.stderr.write(`${problem}${error ? ` (${error.message})` : ''}\n`);
  process.exit(status);
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();

/** Installs the packages of package-lock.json unless they are installed already. */
export async function install() {
  if (isInstalled()) return;
  const { total, installed } = packageCounter(root);
  process.stderr.write(
    `ติดตั้ง ${total} แพ็กเกจ (ครั้งแรกใช้เวลา 1-2 นาที) · Installing ${total} packages (1-2 minutes the first time)\n`,
  );
  await run(
    'npm',
    // What builds the program is needed also where NODE_ENV says production.
    ['install', '--include=dev', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      sentence: (seconds) =>
        `ติดตั้งแล้ว ${installed()} จาก ${total} · ${installed()} of ${total} installed (${seconds} s)`,
      problem:
        'ติดตั้งแพ็กเกจไม่สำเร็จ ตรวจการเชื่อมต่อกับ npm · Installing failed: check the connection to the npm registry and run the command again.',
    },
  );
  writeFileSync(stamp, lockHash());
}

/** Generates and builds what changed since the last time. */
export async function build() {
  process.stderr.write('เตรียมโปรแกรม · Preparing the program\n');
  await run(join(modules, '.bin', 'turbo'), ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'], {
    sentence: (seconds) => `กำลังเตรียมโปรแกรม · still preparing (${seconds} s)`,
    problem: 'สร้างโปรแกรมไม่สำเร็จ · Building failed: see the lines above.',
  });
}
