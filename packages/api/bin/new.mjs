// `npm run new -- mutation <slice> <actName>` or `-- slice <name>`: writes the skeleton with its tests and rows, and says what is left.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { treeAt } from './new/files.mjs';
import { newMutation } from './new/mutation.mjs';
import { newSlice } from './new/slice.mjs';

const usage = 'npm run new -- mutation <slice> <actName>   |   npm run new -- slice <name>';
const root = fileURLToPath(new URL('../../..', import.meta.url));
const [kind, ...names] = process.argv.slice(2);

try {
  const tree = treeAt(root);
  if (kind === 'mutation' && names.length === 2) newMutation(tree, ...names);
  else if (kind === 'slice' && names.length === 1) newSlice(tree, ...names);
  else throw new Error(usage);
  const { written, left } = tree.done();
  spawnSync(
    `${root}node_modules/.bin/biome`,
    ['check', '--write', ...written.filter((file) => /\.(ts|cjs)$/.test(file))],
    {
      cwd: root,
    },
  );
  console.info(`เขียนแล้ว · Written\n  ${written.join('\n  ')}`);
  console.info(`ที่เหลือ · Left to a person\n  ${left.join('\n  ')}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
