// `npm run layout`: writes the tables of docs/architecture.md from the import rules.
import { readFileSync, writeFileSync } from 'node:fs';
import { withTables } from './table.mjs';

const page = new URL('../../docs/architecture.md', import.meta.url);
writeFileSync(page, withTables(readFileSync(page, 'utf8')));
