// `npm run database -- prepare`: makes a PostgreSQL of one's own ready for the registry.
import { checkSettings } from './check-settings.mjs';
import { build, install } from './prepare.mjs';

await checkSettings();
await install();
await build();
await import('../dist/database-command.js');
