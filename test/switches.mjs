// `npm run test:switches`: the whole suite with each part of the machinery switched off, as an operator would. What stands after it is passed on to Jest.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const suite = fileURLToPath(new URL('./run.mjs', import.meta.url));

let failed = 0;
for (const name of ['COMPILED_READS', 'PLAIN_EXECUTION']) {
  process.stderr.write(`ทดสอบโดยปิด ${name} · Testing with ${name}=0\n`);
  const { status } = spawnSync(process.execPath, [suite, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, [name]: '0' },
  });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
