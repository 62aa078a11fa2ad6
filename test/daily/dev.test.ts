import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'registry-dev-'));
let database: DatabaseCopy;

/** A copy of the repository whose packages find each other, and share what npm has installed. */
function copyRepository(): void {
  const ignored = /\/(node_modules|\.git|\.turbo|\.data)$/;
  for (const folder of ['packages', 'prisma'])
    cpSync(join(root, folder), join(scratch, folder), { recursive: true, filter: (path) => !ignored.test(path) });
  cpSync(join(root, 'package.json'), join(scratch, 'package.json'));
  const modules = join(root, 'node_modules');
  mkdirSync(join(scratch, 'node_modules', '@registry'), { recursive: true });
  for (const name of readdirSync(modules).filter((each) => each !== '@registry'))
    symlinkSync(join(modules, name), join(scratch, 'node_modules', name));
  for (const [name, folder] of [
    ['api', 'packages/api'],
    ['schema', 'packages/schema'],
    ['seed', 'packages/seed'],
    ['prisma', 'prisma'],
  ])
    symlinkSync(join(scratch, String(folder)), join(scratch, 'node_modules', '@registry', String(name)));
}

beforeAll(async () => {
  database = await copyDatabase();
  copyRepository();
});
afterAll(async () => {
  await database.drop();
  rmSync(scratch, { recursive: true, force: true });
});

/** `npm run dev` after its preparation, in the scratch copy. */
function startDev() {
  const child = spawn(process.execPath, [join(scratch, 'packages/api/bin/dev/develop.mjs')], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.app,
      MIGRATION_DATABASE_URL: database.owner,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let isRead = 0;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const wake: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
      for (const look of wake.splice(0)) look();
    });
  child.once('close', () => {
    for (const look of wake.splice(0)) look();
  });
  return {
    /** The next line that fits, after those that were read before. */
    async line(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const found = pattern.exec(output.slice(isRead));
        if (found) {
          isRead += found.index + found[0].length;
          return found;
        }
        if (child.exitCode !== null) throw new Error(`It ended without ${pattern}:\n${output}`);
        await new Promise<void>((resolve) => wake.push(resolve));
      }
    },
    interrupt() {
      child.kill('SIGINT');
      return ended;
    },
    kill: () => child.kill('SIGKILL'),
  };
}

async function descriptionOf(url: string): Promise<string> {
  const query = '{ __type(name: "Query") { fields { name description } } }';
  const body = JSON.stringify({ query });
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data } = (await answer.json()) as any;
  return data.__type.fields.find(({ name }: { name: string }) => name === 'framework').description;
}

describe('npm run dev', () => {
  let dev: ReturnType<typeof startDev>;
  let address = '';
  beforeAll(async () => {
    dev = startDev();
    [, address = ''] = await dev.line(/^ready (http:\S+)/m);
  });
  afterAll(() => {
    dev.kill();
  });

  it('answers with a change within seconds and says how many, and keeps the server when a change does not build', async () => {
    const source = join(scratch, 'packages/schema/src/framework/framework.queries.ts');
    const text = readFileSync(source, 'utf8');
    const before = await descriptionOf(address);
    expect(text).toContain(before);

    writeFileSync(source, `${text}\nthis does not build (`);
    await dev.line(/Not built; the server before goes on/);
    expect(await descriptionOf(address)).toBe(before);

    writeFileSync(source, text.replace(before, 'changed while it runs'));
    const [, changed = ''] = await dev.line(/^ready (http:\S+)/m);
    const [, seconds] = await dev.line(/^dev: .* ([\d.]+) s from the change to the first answer/m);
    expect(await descriptionOf(changed)).toBe('changed while it runs');
    console.info(`${seconds} s from a change to the first answer`);
    // Two to three seconds on a quiet machine; the suite beside it may keep every core busy.
    expect(Number(seconds)).toBeLessThan(20);
  }, 90_000);

  it('applies a migration that is added while it runs, and says so', async () => {
    const folder = join(scratch, 'prisma/migrations/29990101000000_added');
    mkdirSync(folder);
    writeFileSync(join(folder, 'migration.sql'), 'CREATE TABLE "AddedWhileItRuns" (id int);');
    await dev.line(/The database is what prisma\/migrations and prisma\/functions say/);
    await dev.line(/s from the change to the first answer/);
  }, 90_000);

  it('ends with its server when it is interrupted', async () => {
    expect(await dev.interrupt()).toBe(0);
  });
});
