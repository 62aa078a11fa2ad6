// `npm run dev`: serves, and rebuilds and restarts the server when its code changes, while the database keeps running.
import { build, install } from './prepare.mjs';

await install();
await build();
await import('./dev/develop.mjs');
