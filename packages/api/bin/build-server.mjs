// `npm run build:server`: the programs that run in Node. The query editor is built apart, by build-ide.mjs.
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

await bundle(path('../src/main.ts'), path('../dist/main.js'));
await bundle(path('../src/commands/seed-command.ts'), path('../dist/seed-command.js'));
await bundle(path('../src/commands/audit-verify-command.ts'), path('../dist/audit-verify-command.js'));
await bundle(path('../src/commands/database-command.ts'), path('../dist/database-command.js'));
await bundle(path('../src/commands/summaries-command.ts'), path('../dist/summaries-command.js'));
