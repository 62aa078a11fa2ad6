import { placeProblems } from '../src/places.mjs';
import { build, install } from './prepare.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `ต้องใช้ Node 20.19 ขึ้นไป (ขณะนี้ ${process.version}) · Node 20.19 or newer is needed (this is ${process.version}).\n`,
  );
  process.exit(1);
}
// What a person has to put right is said at once, not after minutes of installing and building.
const problems = await placeProblems(process.env);
for (const [messageTh, messageEn] of problems) process.stderr.write(`${messageTh} · ${messageEn}\n`);
if (problems.length > 0) process.exit(1);
await install();
await build();
await import('../dist/main.js');
