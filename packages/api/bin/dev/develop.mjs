import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, rebuilder } from '../bundle.mjs';
import { generateClient } from './generate-client.mjs';
import { devServer } from './server.mjs';
import { watchFolders } from './watch.mjs';

const api = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const root = dirname(dirname(api));
const dist = (name) => join(api, 'dist', name);
const say = (th, en) => process.stderr.write(`dev: ${th} · ${en}\n`);

const isMigration = (path) => ['migrations', 'functions'].some((folder) => path.startsWith(join('prisma', folder)));
const isPrismaSchema = (path) => path.startsWith(join('prisma', 'schema'));

await bundle(join(api, 'src', 'commands', 'dev-database.ts'), dist('dev-database.js'));
const { openDevDatabase } = await import('../../dist/dev-database.js');
const database = await openDevDatabase();
const program = await rebuilder(join(api, 'src', 'main.ts'), dist('dev-server.js'));
const server = devServer(dist('dev-server.js'), say);

/** Changes that came while others were worked on wait here; `since` is when the first of them was seen. */
let waiting = { paths: new Set(), since: 0 };
let working = Promise.resolve();
let isStopping = false;

async function takeMigrations() {
  try {
    await database.migrate();
    say(
      'ปรับฐานข้อมูลตาม prisma/migrations และ prisma/functions แล้ว',
      'The database is what prisma/migrations and prisma/functions say',
    );
  } catch (error) {
    // A database that is thrown away answers most of what happens to migrations that are still being written.
    say(
      error.messageTh ?? error.message,
      `${error.messageEn ?? error.message} (or stop, remove DATA_DIR, start again)`,
    );
  }
}

async function takePrismaSchema() {
  if (await generateClient(root)) {
    say(
      'สร้าง Prisma client ใหม่แล้ว หากตารางเปลี่ยน สั่ง npm run migration -- <name>',
      'The Prisma client is generated anew; when tables change, run: npm run migration -- <name>',
    );
  }
}

/** Builds and starts the server; a running one serves until its successor is built. */
async function serve() {
  try {
    await program.rebuild();
  } catch {
    // esbuild has said where.
    say('สร้างโปรแกรมไม่สำเร็จ เซิร์ฟเวอร์เดิมยังทำงานอยู่', 'Not built; the server before goes on');
    return false;
  }
  return server.restart();
}

async function work() {
  const { paths, since } = waiting;
  if (paths.size === 0 || isStopping) return;
  waiting = { paths: new Set(), since: 0 };
  const changed = [...paths];
  if (changed.some(isPrismaSchema)) await takePrismaSchema();
  if (changed.some(isMigration)) await takeMigrations();
  if (!(await serve()) || isStopping) return;
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  const others = changed.length > 1 ? ` +${changed.length - 1}` : '';
  say(
    `จากการแก้ไขถึงคำตอบแรก ${seconds} วินาที`,
    `${seconds} s from the change to the first answer (${changed[0]}${others})`,
  );
}

function onChange(path) {
  if (waiting.paths.size === 0) waiting.since = performance.now();
  waiting.paths.add(relative(root, path));
  working = working.then(work);
}

const watching = watchFolders(
  ['packages/api/src', 'packages/schema/src', 'packages/seed/src', 'packages/seed/data', 'prisma'].map((path) =>
    join(root, path),
  ),
  onChange,
);

async function stop() {
  if (isStopping) return;
  isStopping = true;
  watching.close();
  await server.stop();
  await working;
  await program.dispose();
  await database.stop();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

working = working.then(serve);
