import { build, install } from './prepare.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `ต้องใช้ Node 20.19 ขึ้นไป (ขณะนี้ ${process.version}) · Node 20.19 or newer is needed (this is ${process.version}).\n`,
  );
  process.exit(1);
}
install();
build();
await import('../dist/main.js');
