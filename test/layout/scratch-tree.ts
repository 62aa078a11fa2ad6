import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rules = ['.dependency-cruiser.cjs', '.dependency-layers.cjs'];
const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

type Violation = { readonly rule: string; readonly from: string; readonly to: string };

/** A tree with the folders of the project and its import rules, and with no files but those that a test writes. */
export function scratchTree() {
  const folder = mkdtempSync(join(tmpdir(), 'registry-imports-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const source of ['packages/schema/src', 'packages/api/src', 'packages/seed/src'])
    for (const entry of readdirSync(join(root, source), { withFileTypes: true, recursive: true }))
      if (entry.isDirectory())
        mkdirSync(join(folder, entry.parentPath.slice(root.length), entry.name), { recursive: true });
  mkdirSync(join(folder, 'test'));
  write('packages/api/src/config.ts', 'export {};\n');
  for (const file of rules) cpSync(join(root, file), join(folder, file));

  return {
    write,
    /** Changes the rules of this tree alone. */
    changeRules(from: string, to: string): void {
      const file = '.dependency-layers.cjs';
      const text = readFileSync(join(folder, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      write(file, text.replace(from, to));
    },
    /** What `npm run imports` says of the tree. */
    cruise(): { readonly violations: readonly Violation[]; readonly complaint: string } {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages', 'prisma', 'test'],
        { cwd: folder, encoding: 'utf8' },
      );
      if (!stdout.startsWith('{')) return { violations: [], complaint: stderr };
      const { summary }: { summary: { violations: { rule: { name: string }; from: string; to: string }[] } } =
        JSON.parse(stdout);
      return {
        violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
        complaint: '',
      };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
