import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSuperuser } from '../kit/database-copy.ts';
import { type DebianPostgres, freePort, hasDebianPostgres, startDebianPostgres } from '../kit/debian-postgres.ts';
import { type IdentityProvider, startIdentityProvider } from '../kit/identity-provider.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SUBJECT = 'admin-sub';
const AUDIENCE = 'registry';

/** The commands of the README's section on production, with what the operator puts in place of its examples. */
function readmeCommands(replacements: Readonly<Record<string, string>>): [prepare: string, serve: string] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, section = ''] = /^## In production[^\n]*\n([\s\S]*?)^## /m.exec(readme) ?? [];
  const blocks = [...section.matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  const [prepare = '', serve = ''] = blocks.map((block) =>
    Object.entries(replacements).reduce((text, [from, to]) => text.replaceAll(from, to), block),
  );
  for (const from of Object.keys(replacements)) expect(section).toContain(from);
  return [prepare, serve];
}

// A build machine of ours has Debian's package (.ci/run installs it), so that a missing one fails there and is left out elsewhere.
const onDebian = hasDebianPostgres || process.env.CI === 'true' ? describe : describe.skip;
if (!hasDebianPostgres)
  console.warn('postgresql-15 is not installed: the journey on a database of one’s own is left out.');

onDebian('a registry on PostgreSQL 15 from Debian, from nothing by the lines of the README', () => {
  let database: DebianPostgres;
  let provider: IdentityProvider;
  let server: ChildProcess | undefined;
  let work: string;
  let commands: [string, string];
  let base: string;
  let lines: Readonly<Record<string, string>>;
  let log = '';

  /** Runs lines of the README as an operator's shell does, in the project. */
  const shell = (text: string, env: Readonly<Record<string, string>> = {}) =>
    spawn('bash', ['-euc', text], {
      cwd: root,
      detached: true,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const run = async (text: string, env: Readonly<Record<string, string>> = {}) => {
    const child = shell(text, env);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, output };
  };
  const ask = async (token: string | null, query: string) => {
    const headers: Record<string, string> = { 'content-type': 'application/json', 'accept-language': 'en' };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    const response = await fetch(`${base}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'registry-operator-'));
    [database, provider] = await Promise.all([startDebianPostgres(), startIdentityProvider(AUDIENCE)]);
    commands = readmeCommands({
      'postgresql://postgres:secret@db.example.go.th:5432/postgres': database.adminUrl,
      'https://login.example.go.th': provider.issuer,
      './registry.env': join(work, 'registry.env'),
    });
  }, 60_000);
  afterAll(async () => {
    if (server?.pid && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
    await provider.stop();
    await database.stop();
    rmSync(work, { recursive: true, force: true });
  });

  it('is prepared by one command, which prints no password but in the two lines that it is for', async () => {
    const { code, output } = await run(commands[0]);
    expect(output).toContain(`Made ${SUBJECT} an administrator of the city`);
    expect(code).toBe(0);
    const written = readFileSync(join(work, 'registry.env'), 'utf8');
    lines = Object.fromEntries(
      written
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/).slice(0, 2)),
    );
    expect(Object.keys(lines)).toEqual(['DATABASE_URL', 'MIGRATION_DATABASE_URL']);
    for (const url of [database.adminUrl, ...Object.values(lines)]) expect(output).not.toContain(new URL(url).password);
  }, 60_000);

  it('serves, and lets the first administrator in by the access token of a real identity provider, and nobody else', async () => {
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    server = shell(commands[1], { PORT: String(port) });
    for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (log += chunk));
    while (!log.includes(`ready ${base}/graphql`)) {
      if (server.exitCode !== null) throw new Error(log);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { accessToken, idToken } = await provider.signIn(SUBJECT);
    const asked = '{ viewer { role account { name } } agency(code: "BMA-CHOMTHONG") { nameTh } }';
    expect(await ask(accessToken, asked)).toMatchObject({
      status: 200,
      body: {
        data: {
          viewer: { role: 'CITY_ADMIN', account: { name: 'Administrator' } },
          agency: { nameTh: 'สำนักงานเขตจอมทอง' },
        },
      },
    });
    expect((await ask(idToken, asked)).status).toBe(401);
    expect((await ask(`${accessToken.slice(0, -4)}AAAA`, asked)).status).toBe(401);
    expect((await fetch(`${base}/demo/personas`)).status).toBe(404);
    expect((await fetch(`${base}/health/ready`)).status).toBe(200);
  }, 60_000);

  it('may be prepared again beside the server, which changes nothing and keeps the passwords', async () => {
    const { code, output } = await run(commands[0].replace('registry.env', 'again.env'));
    expect(output).toContain(`${SUBJECT} is an administrator already`);
    expect(output).toContain('Passwords stay what they were');
    expect(code).toBe(0);
    const again = readFileSync(join(work, 'again.env'), 'utf8');
    expect(again).toContain('DATABASE_URL=postgresql://registry_app:<password>@');
    const chosen = await run(commands[0].replace('registry.env', 'again.env'), lines);
    expect(chosen.code).toBe(0);
    expect(readFileSync(join(work, 'again.env'), 'utf8')).toBe(readFileSync(join(work, 'registry.env'), 'utf8'));
    const { accessToken } = await provider.signIn(SUBJECT);
    expect((await ask(accessToken, '{ viewer { role } }')).body.data.viewer.role).toBe('CITY_ADMIN');
  }, 60_000);

  it('is prepared as well by a login that may make logins and databases only, which says what it could not close', async () => {
    await asSuperuser(database.adminUrl, `CREATE ROLE maker LOGIN CREATEROLE CREATEDB PASSWORD 'maker'`);
    const env = { ...lines, ADMIN_DATABASE_URL: database.adminUrl.replace(/\/\/[^@]+@/, '//maker:maker@') };
    const other = Object.fromEntries(
      Object.entries(env).map(([name, url]) => [name, url.replace(/\/registry$/, '/registry_of_maker')]),
    );
    const { code, output } = await run(
      'node packages/api/dist/database-command.js prepare --administrator a --name A',
      other,
    );
    expect([code, output]).toEqual([0, expect.stringContaining('Made a an administrator of the city')]);
    expect(output).toContain('Large objects stay open, as this login is no superuser');
    const verified = await run('node packages/api/dist/audit-verify-command.js', other);
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('does not use (large objects)')]);
    const closed = await run('node packages/api/dist/database-command.js prepare', {
      ...other,
      ADMIN_DATABASE_URL: database.adminUrl,
    });
    expect([closed.code, closed.output]).toEqual([0, expect.not.stringContaining('Large objects stay open')]);
  }, 60_000);

  it('has in its trail who made the administrator one, and rows that agree with the trail', async () => {
    const entries = await asSuperuser(
      database.adminUrl.replace(/\/postgres$/, '/registry'),
      `SELECT e.entity, a.sub FROM "AuditEntry" e JOIN "Account" a ON a.id = e."accountId" WHERE e.act = 'addAdministrator' ORDER BY 1`,
    );
    expect(entries).toEqual([
      { entity: 'Account', sub: 'service|registry' },
      { entity: 'Membership', sub: 'service|registry' },
    ]);
    const { code, output } = await run('node packages/api/dist/audit-verify-command.js --rows', lines);
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/Every row of \d+ tables in \d+ agencies is what the trail says/),
    ]);
  }, 60_000);

  it('says when the database leaves open what the registry does not use', async () => {
    expect(log).not.toContain('WARNING');
    await asSuperuser(database.adminUrl, 'GRANT TEMP ON DATABASE registry TO PUBLIC');
    const verified = await run('node packages/api/dist/audit-verify-command.js', lines);
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('does not use (TEMP)')]);
    await asSuperuser(database.adminUrl, 'REVOKE TEMP ON DATABASE registry FROM PUBLIC');
  }, 60_000);

  it('gives its logins nothing that goes round the walls, and lets no other login in', async () => {
    const owner = lines.MIGRATION_DATABASE_URL ?? '';
    const app = lines.DATABASE_URL ?? '';
    for (const statement of ['SELECT lo_create(0)', 'CREATE TEMP TABLE mine ()', 'CREATE TABLE mine ()'])
      await expect(asSuperuser(app, statement)).rejects.toThrow('permission denied');
    await asSuperuser(database.adminUrl, `CREATE ROLE stranger LOGIN PASSWORD 'x'`);
    const stranger = owner.replace(/\/\/[^@]+@/, '//stranger:x@');
    await expect(asSuperuser(stranger, 'SELECT 1')).rejects.toThrow('permission denied for database');
  });

  it('names in one sentence what a start lacks: another password, TLS, a right', async () => {
    await asSuperuser(database.adminUrl, `CREATE ROLE needs_tls LOGIN PASSWORD 'x'`);
    const at = (login: string) => `postgresql://${login}@127.0.0.1:${database.port}/registry`;
    const main = 'node packages/api/dist/main.js';
    const cases = [
      [main, { DATABASE_URL: at('registry_app:guess') }, 'The login or its password is wrong.'],
      [main, { DATABASE_URL: at('needs_tls:x') }, 'The server lets this login in by TLS only.'],
      [main, { DATABASE_URL: `${lines.DATABASE_URL}?sslmode=verify-full` }, 'The server does not offer TLS.'],
      [main, { DATABASE_URL: at('registry_app:12/secret') }, 'must look like'],
      [main, { DATABASE_URL: at('registry_app:secret').replace('//', '') }, 'must look like'],
      [main, { ...lines, MIGRATION_DATABASE_URL: lines.DATABASE_URL ?? '' }, 'is not the owner of the database'],
      [
        'node packages/api/dist/database-command.js prepare',
        { ADMIN_DATABASE_URL: lines.DATABASE_URL ?? '' },
        'must be a superuser',
      ],
    ] as const;
    const outcomes = await Promise.all(cases.map(([command, env]) => run(command, env)));
    for (const [index, [, , sentence]] of cases.entries()) {
      const { code, output } = outcomes[index] ?? { code: 0, output: '' };
      expect([sentence, code, output]).toEqual([sentence, 1, expect.stringContaining(sentence)]);
      expect(output).not.toContain('secret');
      // One sentence in two languages a line, and no stack.
      expect(
        output
          .trim()
          .split('\n')
          .filter((line) => !line.includes('·')),
      ).toEqual([]);
    }
  }, 60_000);
});
