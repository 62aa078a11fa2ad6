// `npm run check`: everything that must hold before a change lands: types, style, import rules, schema file, tests.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build, install } from '../packages/api/bin/prepare.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
await install();
await build();

const steps = [
  ['types', 'tsc', '--noEmit', '--project', '.tsconfig.check.json'],
  ['types of the IDE', 'tsc', '--noEmit', '--project', 'packages/api/ide/tsconfig.json'],
  ['style', 'biome', 'check', '.'],
  ['import rules', 'depcruise', '--config', '.dependency-cruiser.cjs', 'packages', 'prisma', 'test'],
];
for (const [name, command, ...parameters] of steps) {
  process.stderr.write(`ตรวจ ${name} · Checking ${name}\n`);
  const { status } = spawnSync(`${root}node_modules/.bin/${command}`, parameters, {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}
const { status } = spawnSync(process.execPath, ['test/run.mjs'], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
