// `npm run migration -- <name>`: writes a migration from prisma/schema. It needs no database but a throw-away one of its own.
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { install } from './prepare.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

await install();
await bundle(path('../src/commands/migration-command.ts'), path('../dist/migration-command.js'));
await import('../dist/migration-command.js');
