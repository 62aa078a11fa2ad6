// `npm test`: prepares a fresh clone, starts a throw-away PostgreSQL, runs the tests and prints `N passed, N failed` last.
// `npm test -- risk` runs the files whose path contains `risk`; `CI=true npm test` leaves nothing out.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, install } from '../packages/api/bin/prepare.mjs';
import config from './jest.config.mjs';
import { leftOut } from './runner/long-files.mjs';
import { heapMb } from './runner/memory.mjs';

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));

await install();
await build();
const { bundle } = await import('../packages/api/bin/bundle.mjs');
await bundle(here('./kit/test-database.ts'), here('./dist/test-database.js'));
await bundle(here('./attack/crew.ts'), here('./dist/attack-crew.js'));
const { startTestDatabase } = await import('./dist/test-database.js');

// Whoever names files means them.
const later = process.argv.length > 2 ? [] : leftOut();
const work = mkdtempSync(join(fastestPlace(), 'registry-test-'));
// PostgreSQL runs as another account where this one is root, and goes through to its own folder.
chmodSync(work, 0o711);
const results = join(work, 'results.json');
let counts = { passed: 0, failed: 1, skipped: 0 };
let code = 1;
const databaseFile = join(work, 'database.json');
// The workers load the product while the database is being filled.
const tests = jest({ REGISTRY_TEST_DATABASE_FILE: databaseFile, TMPDIR: work });
let database;
try {
  database = await startTestDatabase(join(work, 'data'));
  writeFileSync(`${databaseFile}.part`, JSON.stringify(database.urls));
  renameSync(`${databaseFile}.part`, databaseFile);
  code = await tests.status;
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  counts = { passed: numPassedTests, failed: numFailedTests + brokenFiles, skipped: numPendingTests };
} finally {
  tests.end();
  await database?.stop();
  rmSync(work, { recursive: true, force: true });
}
if (later.length > 0)
  process.stderr.write(
    `ยังไม่ได้ทดสอบ ${later.length} ไฟล์ที่ใช้เวลานาน · Not tried this time, ${later.length} long files: ${later.join(', ')}\nทดสอบทั้งหมดด้วย · Try everything with: CI=true npm test\n`,
  );
process.stdout.write(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
);
process.exit(counts.failed > 0 ? 1 : code);

/** In memory where there is room: for each of its databases PostgreSQL makes and removes 400 files, which a disk's file system takes long for. */
function fastestPlace() {
  const memory = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 2 * 2 ** 30 ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

function jest(env) {
  const child = spawn(
    process.execPath,
    [
      // Room for what a request leaves behind, so that it is collected less often.
      '--max-semi-space-size=64',
      '--min-semi-space-size=64',
      `--max-old-space-size=${heapMb}`,
      here('../node_modules/jest/bin/jest.js'),
      '--testPathIgnorePatterns',
      ...config.testPathIgnorePatterns,
      ...later,
      '--config',
      here('./jest.config.mjs'),
      '--json',
      `--outputFile=${results}`,
      ...process.argv.slice(2),
    ],
    { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } },
  );
  return {
    status: new Promise((resolve) => child.on('close', (status) => resolve(status ?? 1))),
    end: () => child.kill(),
  };
}
