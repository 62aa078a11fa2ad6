// `npm run bench`: installs what the bench alone needs, builds the registry and the bench, and runs it. See README.md beside this file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, install } from '../../packages/api/bin/prepare.mjs';

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const stamp = here('./node_modules/.bench-installed');

function installBench() {
  const lock = createHash('sha256')
    .update(readFileSync(here('./package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stderr.write(
    'ติดตั้งแพ็กเกจของการวัด (ครั้งแรกใช้เวลา 1-2 นาที) · Installing the packages of the bench (1-2 minutes the first time)\n',
  );
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here('.'),
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write(
      'ติดตั้งแพ็กเกจไม่สำเร็จ ตรวจการเชื่อมต่อกับ npm · Installing failed: check the connection to the npm registry and run the command again.\n',
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

await install();
await build();
installBench();
const { bundle } = await import('../../packages/api/bin/bundle.mjs');
for (const name of ['main', 'profiler', 'servers/postgraphile', 'servers/sql', 'servers/apollo'])
  await bundle(here(`./${name}.ts`), here(`./dist/${name}.js`));
// What is the registry's own code stands where it finds the registry's packages rather than those of the bench.
await bundle(here('./database.ts'), here('../dist/bench-database.js'));
await bundle(here('./registry-alone.ts'), here('../dist/bench-registry.js'));
const { startCluster } = await import('../dist/bench-database.js');
const { bench } = await import('./dist/main.js');
process.exit(await bench(process.argv.slice(2), startCluster));
