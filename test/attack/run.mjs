// `npm run attack`: builds the registry and the attackers, and attacks it on this machine. See docs/attack.md.
import { fileURLToPath } from 'node:url';
import { build, install } from '../../packages/api/bin/prepare.mjs';

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));

await install();
await build();
const { bundle } = await import('../../packages/api/bin/bundle.mjs');
for (const name of ['crew', 'main']) await bundle(here(`./${name}.ts`), here(`../dist/attack-${name}.js`));
const { attack } = await import('../dist/attack-main.js');
process.exit(await attack(process.argv.slice(2)));
