// `npm run summaries:verify` and `npm run summaries:rebuild`: derived rows against what they are derived from.
import { build, install } from './prepare.mjs';

await install();
await build();
await import('../dist/summaries-command.js');
