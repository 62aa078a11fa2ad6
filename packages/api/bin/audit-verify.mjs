// `npm run audit:verify`: checks the audit trail. `-- --heads FILE` keeps its heads, `-- --against FILE` compares with kept ones.
import { build, install } from './prepare.mjs';

await install();
await build();
await import('../dist/audit-verify-command.js');
