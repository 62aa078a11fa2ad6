import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '@registry/api/config.ts';
import { DEFAULT_PLACES } from '@registry/api/start/places.mjs';
import { readSettings } from '@registry/api/start/settings.mjs';

const bin = new URL('../../packages/api/bin/', import.meta.url);
const work = mkdtempSync(join(tmpdir(), 'registry-first-start-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

type Outcome = { code: number | null; output: string };

/** Runs a program of plain JavaScript to its end. */
function run(parameters: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [...parameters], { env: { PATH: process.env.PATH, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

const start = (env: Record<string, string>) => run([new URL('start.mjs', bin).pathname], env);

describe('npm start', () => {
  it('says that a port is taken or none, or a folder cannot be written, before it prepares anything', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const file = join(work, 'a-file');
    writeFileSync(file, '');
    const free = join(work, 'data');
    const outcomes = await Promise.all([
      start({ PORT: port, DATA_DIR: free }),
      start({ PORT: '0', DATA_DIR: join(file, 'data') }),
      start({ PORT: '0', DATA_DIR: '/proc/a-file/data' }),
      start({ PORT: port, DATA_DIR: join(file, 'data') }),
      start({ PORT: port, DATABASE_URL: 'postgres://registry_app:x@127.0.0.1:1/registry' }),
      start({ PORT: '70000', DATA_DIR: free }),
      start({ PORT: 'http', DATA_DIR: free }),
    ]);
    taken.close();
    const ofPort = `พอร์ต ${port} ถูกใช้อยู่ .* · Port ${port} is in use: [^\n]+\n`;
    const ofFolder = (name: string) => `เขียนข้อมูลลงในโฟลเดอร์ ${name}.* · The data directory ${name}[^\n]+\n`;
    const noPort = 'PORT ต้องเป็นเลข[^\n]+PORT is a whole number from 0 to 65535.\n';
    const said = [ofPort, ofFolder(file), ofFolder('/proc/a-file'), ofPort + ofFolder(file), ofPort, noPort, noPort];
    // Nothing else is said: no line of a preparation comes before.
    expect(outcomes).toEqual(
      said.map((lines) => ({ code: 1, output: expect.stringMatching(new RegExp(`^${lines}$`)) })),
    );
  });

  it('names every setting that makes no sense before it prepares anything, and tells no value', async () => {
    const secret = 'p@ss/word';
    const wrong: [name: string, value: string, said: RegExp][] = [
      ['COST_MAX', 'much', /COST_MAX ต้องเป็นเลขจำนวนเต็ม.* · COST_MAX is a whole number from 1 on\./],
      ['DATABASE_URL', `postgres//registry_app:${secret}@host/registry`, /DATABASE_URL .*must look like postgresql:/],
      ['MIGRATION_DATABASE_URL', 'registry', /MIGRATION_DATABASE_URL .*must look like postgresql:/],
      ['DEMO_SIGN_IN', 'yes', /DEMO_SIGN_IN ต้องเป็น 0 หรือ 1 · DEMO_SIGN_IN is 0 or 1\./],
      ['LOG_LEVEL', 'loud', /LOG_LEVEL is one of fatal, error/],
      ['OIDC_ISSUER', 'login', /OIDC_ISSUER is an address of the web/],
      ['ALLOWED_ORIGINS', 'https://a.example/path', /ALLOWED_ORIGINS names origins/],
      ['TRUST_PROXY', 'everybody', /TRUST_PROXY is a number of proxies/],
      ['RESPONSE_CACHE_MB', '-1', /RESPONSE_CACHE_MB is a whole number from 0 to 4096/],
    ];
    const together = [
      [{ OIDC_AUDIENCE: 'registry' }, /Set both OIDC_ISSUER and OIDC_AUDIENCE/],
      [{ MIGRATION_DATABASE_URL: 'postgresql://o@h/r' }, /is set without DATABASE_URL/],
    ] as const;
    const DATA_DIR = join(work, 'settings');
    const [all, ...pairs] = await Promise.all([
      start({ DATA_DIR, ...Object.fromEntries(wrong) }),
      ...together.map(([env]) => start({ PORT: '0', DATA_DIR, ...env })),
    ]);
    const lines = all?.output.trim().split('\n') ?? [];
    expect([all?.code, lines.length]).toEqual([1, wrong.length]);
    for (const [, , said] of wrong) expect(lines).toContainEqual(expect.stringMatching(said));
    expect(all?.output).not.toContain(secret);
    for (const [index, [, said]] of together.entries())
      expect(pairs[index]).toEqual({
        code: 1,
        output: expect.stringMatching(new RegExp(`^[^\n]*${said.source}[^\n]*\n$`)),
      });
  });

  it.each(['seed', 'database', 'audit-verify'])('does so for the command of %s, too', async (command) => {
    const outcome = await run([new URL(`${command}.mjs`, bin).pathname], { DATABASE_URL: 'registry' });
    expect(outcome).toEqual({ code: 1, output: expect.stringMatching(/^DATABASE_URL [^\n]*must look like[^\n]*\n$/) });
  });

  it('checks every variable of the README, and no other', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const documented = [...readme.matchAll(/^\| (`[^|]+)\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name = '']) => name),
    );
    // Node's own is explained where it matters.
    const own = Object.keys(readSettings({}).values).filter((name) => name !== 'NODE_ENV');
    expect(own.sort()).toEqual(documented.sort());
  });

  it('checks the port and the folder that the server uses', () => {
    const { port, host } = readConfig({});
    const { dataDir } = readConfig({ DATA_DIR: DEFAULT_PLACES.dataDir });
    expect({ port, host, dataDir }).toEqual({ ...DEFAULT_PLACES, dataDir: readConfig({}).dataDir });
  });

  it('shows every two seconds how far it is while it waits for a program', async () => {
    const script = `
      import { runVisibly } from '${new URL('run-visibly.mjs', bin).href}';
      const sentence = (seconds) => 'after ' + seconds + ' s';
      const { status } = await runVisibly(process.execPath, ['-e', 'setTimeout(() => process.exit(3), 4500)'], { sentence });
      process.exit(status);`;
    const { code, output } = await run(['--input-type=module', '-e', script]);
    expect({ code, lines: output.trim().split(/\s*\n\s*/) }).toEqual({ code: 3, lines: ['after 2 s', 'after 4 s'] });
  });

  it('stops what it waits for when it is stopped, and says so', async () => {
    const script = `
      import { runVisibly } from '${new URL('run-visibly.mjs', bin).href}';
      setTimeout(() => process.kill(process.pid, 'SIGTERM'), 500);
      const { isStopped } = await runVisibly(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { sentence: String });
      process.stdout.write(String(isStopped));`;
    expect(await run(['--input-type=module', '-e', script])).toEqual({ code: 0, output: 'true' });
  });

  it('counts the packages that are installed, of those that are meant for this machine', async () => {
    const modules = ['here', 'nested', 'nested/node_modules/deep', 'elsewhere', 'not-here', 'linked'];
    const path = (name: string) => `node_modules/${name}`;
    const particular: Record<string, object> = {
      elsewhere: { os: ['no-such-system'] },
      'not-here': { os: [`!${process.platform}`] },
      here: { os: [process.platform], cpu: ['!no-such-cpu'] },
      linked: { link: true },
    };
    const packages = Object.fromEntries(modules.map((name) => [path(name), particular[name] ?? {}]));
    writeFileSync(
      join(work, 'package-lock.json'),
      JSON.stringify({ packages: { '': {}, 'packages/api': {}, ...packages } }),
    );
    const { packageCounter } = await import(new URL('packages.mjs', bin).href);
    const { total, installed } = packageCounter(`${work}/`);
    expect([total, installed()]).toEqual([3, 0]);
    mkdirSync(join(work, path('nested/node_modules/deep')), { recursive: true });
    writeFileSync(join(work, path('nested/package.json')), '{}');
    writeFileSync(join(work, path('nested/node_modules/deep/package.json')), '{}');
    expect(installed()).toBe(2);
  });
});
