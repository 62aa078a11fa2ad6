/**
 * Writes prisma/generated (client and Pothos types) from prisma/schema. Runs without a network: the Prisma command would
 * download a migration engine that generating never uses, unless the variable for it names a file that exists.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const manifest = require.resolve('prisma/package.json');
const command = join(dirname(manifest), require(manifest).bin.prisma);
const startedAt = performance.now();

const result = spawnSync(process.execPath, [command, 'generate', '--schema', 'schema', '--no-hints'], {
  cwd: here,
  encoding: 'utf8',
  env: {
    ...process.env,
    // Generators are commands found on the path, which npm sets but a plain `node prisma/generate.mjs` does not.
    PATH: [join(dirname(manifest), '..', '.bin'), process.env.PATH].join(delimiter),
    PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    NO_COLOR: '1',
  },
});

if (result.status === 0) {
  console.log(`prisma client generated in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
} else {
  console.error(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`);
  console.error(
    'The Prisma client could not be generated. Correct the schema as said above, then run: npm run generate',
  );
  process.exitCode = 1;
}
