import { parseArgs } from 'node:util';
import { generateLoad } from '@registry/seed/load.ts';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import { StartupError } from '../start/startup-error.ts';
import { runCommand } from './command.ts';

function readOptions(): { readonly agencies: number } {
  const { values } = parseArgs({ options: { load: { type: 'string' } } });
  const agencies = values.load === undefined ? 0 : Number(values.load);
  if (!Number.isInteger(agencies) || agencies < 0 || agencies > 10_000) {
    throw new StartupError('--load ต้องเป็นจำนวนเต็ม 0 ถึง 10000', '--load takes a whole number from 0 to 10000.');
  }
  return { agencies };
}

/** `npm run seed [-- --load N]` */
runCommand(readOptions, async ({ ownerUrl, embedded }, onProgress, { agencies }) => {
  await seedDatabase({ ownerUrl, withSamples: embedded, onProgress });
  if (agencies > 0) await generateLoad({ ownerUrl, agencies, onProgress });
  return 0;
});
