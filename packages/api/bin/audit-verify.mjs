// `npm run audit:verify`: checks the audit trail. `-- --heads FILE` keeps its heads, `-- --against FILE` compares with kept ones.
import { checkSettings } from './check-settings.mjs';
import { build, install } from './prepare.mjs';

await checkSettings();
await install();
await build();
await import('../dist/audit-verify-command.js');
