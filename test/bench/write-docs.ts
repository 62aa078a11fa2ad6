import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './results.ts';
import { say } from './say.ts';

const folder = join(root, 'docs', 'performance');

/** Writes what was measured where the project keeps it, in the project's own format. */
export async function writeDocs(files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  spawnSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', folder], { stdio: 'ignore' });
  say(`บันทึกผลไว้ใน ${folder}`, `Wrote the results to ${folder}`);
}
