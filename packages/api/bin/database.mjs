// `npm run database -- prepare`: makes a PostgreSQL of one's own ready for the registry.
import { build, install } from './prepare.mjs';

await install();
await build();
await import('../dist/database-command.js');
