// `npm run seed`: loads what is missing. `npm run seed -- --load 770`: makes synthetic agencies for load tests.
import { checkSettings } from './check-settings.mjs';
import { build, install } from './prepare.mjs';

await checkSettings();
await install();
await build();
await import('../dist/seed-command.js');
