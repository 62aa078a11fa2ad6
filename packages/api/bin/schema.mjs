// `npm run schema`: writes packages/schema/schema.graphql and docs/glossary.md from the code.
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

await bundle(path('../src/commands/write-schema.ts'), path('../dist/write-schema.js'));
await import('../dist/write-schema.js');
