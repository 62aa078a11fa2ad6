import { placeProblems } from '../src/start/places.mjs';
import { serverProblems } from '../src/start/settings.mjs';
import { checkSettings } from './check-settings.mjs';
import { build, install } from './prepare.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `ต้องใช้ Node 20.19 ขึ้นไป (ขณะนี้ ${process.version}) · Node 20.19 or newer is needed (this is ${process.version}).\n`,
  );
  process.exit(1);
}
await checkSettings(async (values) => [...serverProblems(values), ...(await placeProblems(values))]);
await install();
await build();
await import('../dist/main.js');
