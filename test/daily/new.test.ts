import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'registry-new-'));
const parts = [
  'packages/schema',
  'packages/seed/src',
  'packages/api/bin',
  'prisma/schema',
  'test/contract/roles.csv',
  '.dependency-layers.cjs',
  '.biome.json',
];

beforeAll(() => {
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const textOf = (file: string): string => readFileSync(join(copy, file), 'utf8');

function make(...names: string[]): {
  readonly said: string;
  readonly written: readonly string[];
  readonly left: readonly string[];
} {
  const { stdout, stderr } = spawnSync(process.execPath, [join(copy, 'packages/api/bin/new.mjs'), ...names], {
    encoding: 'utf8',
  });
  const [written = '', left = ''] = stdout.split('Left to a person');
  const lines = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .map((line) => line.trim());
  return { said: stderr, written: lines(written), left: lines(left) };
}

/** What the formatter and the linter say of the files that were written. */
const faults = (files: readonly string[]): string => {
  const sources = files.filter((file) => file.endsWith('.ts'));
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/biome'), ['check', ...sources], {
    cwd: copy,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stdout;
};

describe('npm run new', () => {
  it('writes a mutation with its row of roles and its test, and names what only a person can say', () => {
    const { written, left } = make('mutation', 'swot', 'archiveSwotAnalysis');
    const act = 'packages/schema/src/swot/mutations/archive-swot-analysis.ts';
    const test = 'test/swot/archive-swot-analysis.test.ts';
    expect(written).toEqual([act, 'packages/schema/src/swot/index.ts', 'test/contract/roles.csv', test]);
    expect(faults(written)).toBe('');
    expect(textOf('packages/schema/src/swot/index.ts')).toContain("import './mutations/archive-swot-analysis.ts';");
    expect(textOf('test/contract/roles.csv')).toMatch(/^Mutation\.archiveSwotAnalysis(,\?){10}$/m);
    expect(textOf(act).match(/To be described/g)).toHaveLength(2);
    expect(left.map((line) => line.split(':')[0])).toEqual([act, 'test/contract/roles.csv', test, 'CHANGELOG.md']);
  });

  it('writes a slice that its schema, its rules and its layers know, and names what is left', () => {
    const { written, left } = make('slice', 'rehearsal');
    expect(written).toHaveLength(16);
    expect(faults(written)).toBe('');
    expect(textOf('packages/schema/src/schema.ts')).toContain("import './rehearsal/index.ts';");
    expect(textOf('packages/schema/src/permissions.ts').match(/rehearsalRules/g)).toHaveLength(2);
    expect(textOf('.dependency-layers.cjs')).toContain("rehearsal: ['agency'],");
    expect(textOf('packages/seed/src/sample/sample-city.ts')).toContain('addRehearsals(agency, rows);');
    expect(textOf('prisma/schema/agency.prisma')).toContain('  rehearsals Rehearsal[]');
    expect(left.join('\n')).toMatch(/migration -- add_rehearsal[\s\S]*roles\.csv[\s\S]*packages\/seed/);
  });

  it('writes nothing over, and nothing for a name that says no record', () => {
    expect(make('slice', 'rehearsal').said).toMatch(/there already|a slice rehearsal already/);
    expect(make('mutation', 'swot', 'archiveEverything').said).toMatch(/ends with no model/);
    expect(make('mutation', 'nowhere', 'archiveSwotAnalysis').said).toMatch(/no slice nowhere/);
    expect(make('slice').said).toContain('npm run new');
  });
});
