// `npm run dev`: serves, and builds and starts the server anew when its code changes. The database keeps running meanwhile.
import { build, install } from './prepare.mjs';

await install();
await build();
await import('./dev/develop.mjs');
