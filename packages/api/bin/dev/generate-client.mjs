import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Writes the Prisma client from prisma/schema; answers whether that worked. The generator says what is wrong with the schema. */
export function generateClient(root) {
  const child = spawn(process.execPath, [join(root, 'prisma', 'generate.mjs')], { stdio: ['ignore', 2, 2] });
  return new Promise((resolve) => child.once('close', (status) => resolve(status === 0)));
}
