import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scratchTree } from '../layout/scratch-tree.ts';
import { withTables } from '../layout/table.mjs';

const schema = 'packages/schema/src';
const api = 'packages/api/src';
const seed = 'packages/seed/src';

/** Each kind of import that must not be, by the rule that refuses it. */
const wrong: readonly (readonly [rule: string, from: string, to: string, how?: 'type'])[] = [
  ['layers-schema/base', `${schema}/base/upward.ts`, `${schema}/graphql/target.ts`],
  ['layers-schema/execution', `${schema}/execution/sideways.ts`, `${schema}/tenancy/target.ts`],
  ['layers-schema/tenancy', `${schema}/tenancy/upward-type.ts`, `${schema}/graphql/target.ts`, 'type'],
  ['layers-schema/graphql', `${schema}/graphql/to-a-slice.ts`, `${schema}/calendar/target.logic.ts`],
  ['layers-schema/taxonomy', `${schema}/taxonomy/to-a-slice.ts`, `${schema}/risk/target.enums.ts`, 'type'],
  ['layers-schema/swot', `${schema}/swot/back.ts`, `${schema}/risk/target.type.ts`, 'type'],
  ['layers-schema/risk', `${schema}/risk/back.ts`, `${schema}/links/target.type.ts`],
  ['layers-schema/plan', `${schema}/plan/to-the-top.ts`, `${schema}/schema.ts`],
  ['layers-schema/newcomer', `${schema}/newcomer/newcomer.type.ts`, `${schema}/plan/target.type.ts`],
  ['layers-schema/graphql/filters', `${schema}/graphql/filters/back.ts`, `${schema}/graphql/paging/target.ts`],
  ['layers-schema/lifecycle/record', `${schema}/lifecycle/record/upward.ts`, `${schema}/lifecycle/steps/target.ts`],
  ['layers-schema/delegation/orders', `${schema}/delegation/orders/up.ts`, `${schema}/delegation/issuing/target.ts`],
  ['layers-api/database/lock', `${api}/database/lock/upward.ts`, `${api}/database/embedded/target.ts`],
  ['layers-api/sign-in', `${api}/sign-in/upward.ts`, `${api}/http/target.ts`, 'type'],
  ['layers-api/config.ts', `${api}/config.ts`, `${api}/database/target.ts`],
  ['layers-api/newcomer', `${api}/newcomer/unnamed.ts`, `${api}/start/target.ts`],
  ['layers-seed/reference', `${seed}/reference/upward.ts`, `${seed}/sample/target.ts`],
  ['raw-client-only-in-tenancy', `${schema}/plan/raw.ts`, 'prisma/client.ts'],
  ['city-reader-only-in-centre', `${schema}/risk/city.ts`, `${schema}/tenancy/city-db.ts`],
  ['raw-sql-only-in-finding-and-viewer', `${schema}/plan/sql.ts`, `${schema}/tenancy/raw-sql.ts`],
  ['logic-is-pure', `${schema}/risk/impure.logic.ts`, `${schema}/risk/target.type.ts`],
  ['slices-meet-in-types', `${schema}/risk/too-close.ts`, `${schema}/plan/target.queries.ts`],
  ['slices-meet-in-types', `${schema}/newcomer/too-close.ts`, `${schema}/plan/mutations/target.ts`],
  ['schema-knows-no-server', `${schema}/plan/server.ts`, `${api}/server.ts`],
  ['seed-knows-only-prisma', `${seed}/sample/schema.ts`, `${schema}/plan/target.type.ts`],
  ['prisma-imports-nothing-of-ours', 'prisma/upward.ts', `${schema}/base/target.ts`],
  ['nothing-imports-tests', `${api}/http/tested.ts`, 'test/target.ts'],
];

/** What may be: the same folders the other way round, and slices through their types. */
const right: readonly (readonly [from: string, to: string])[] = [
  [`${schema}/graphql/downward.ts`, `${schema}/base/target.ts`],
  [`${schema}/risk/downward.ts`, `${schema}/swot/target.type.ts`],
  [`${schema}/newcomer/downward.ts`, `${schema}/access/target.ts`],
  [`${schema}/graphql/paging/downward.ts`, `${schema}/graphql/filters/target.ts`],
  [`${schema}/graphql/filters/beside.ts`, `${schema}/graphql/target.ts`],
  [`${schema}/centre/city.ts`, `${schema}/tenancy/city-db.ts`],
  [`${schema}/finding/sql.ts`, `${schema}/tenancy/raw-sql.ts`],
  [`${schema}/schema.ts`, `${schema}/risk/target.type.ts`],
  [`${api}/http/downward.ts`, `${api}/sign-in/target.ts`],
  [`${api}/main.ts`, `${api}/commands/target.ts`],
];

const specifier = (from: string, to: string): string => {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
};

const tree = scratchTree();
let violations: ReturnType<typeof tree.cruise>['violations'] = [];

beforeAll(() => {
  for (const to of [...wrong.map(([, , to]) => to), ...right.map(([, to]) => to)])
    tree.write(to, 'export const target = 1;\nexport type Target = typeof target;\n');
  const from = (file: string, to: string, how?: 'type') =>
    tree.write(
      file,
      how
        ? `import type { Target } from '${specifier(file, to)}';\nexport type Mine = Target;\n`
        : `import { target } from '${specifier(file, to)}';\nexport const mine = target;\n`,
    );
  for (const [file, to] of right) from(file, to);
  for (const [, file, to, how] of wrong) from(file, to, how);
  tree.write(
    `${schema}/risk/circle.ts`,
    "import { there } from './circle-back.ts';\nexport const here = () => there;\n",
  );
  tree.write(
    `${schema}/risk/circle-back.ts`,
    "import { here } from './circle.ts';\nexport const there = () => here;\n",
  );
  tree.write(`${schema}/plan/environment.ts`, "import process from 'node:process';\nexport const { env } = process;\n");
  ({ violations } = tree.cruise());
});
afterAll(() => tree.remove());

const refusedBy = (rule: string) => violations.filter((each) => each.rule === rule).map(({ from }) => from);

describe('the import rules', () => {
  it.each(wrong)('%s refuses that %s imports %s', (rule, from, to) => {
    expect(violations).toContainEqual({ rule, from, to });
  });

  it('refuse that the schema reads the environment', () => {
    expect(refusedBy('environment-only-in-config')).toEqual([`${schema}/plan/environment.ts`]);
  });

  it('refuse that two files import each other', () => {
    expect(refusedBy('no-cycles')).toEqual([expect.stringMatching(/risk\/circle(-back)?\.ts$/)]);
  });

  it.each(right)('let %s import %s', (from, to) => {
    expect(violations.filter((each) => each.from === from && each.to === to)).toEqual([]);
  });

  it('are each shown here to refuse something', () => {
    const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
      '../../.dependency-cruiser.cjs',
    );
    const shown = new Set(violations.map(({ rule }) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !name.startsWith('layers-') && !shown.has(name))).toEqual(
      [],
    );
  });

  it('cannot be changed to let two folders import each other', () => {
    const changed = scratchTree();
    changed.changeRules('base: [],', "base: ['tenancy'],");
    expect(changed.cruise().complaint).toMatch(/These may import each other: .*base.*tenancy/);
    changed.remove();
  });
});

it('docs/architecture.md shows the import rules: run `npm run layout` when it does not', () => {
  const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
  expect(withTables(page)).toBe(page);
});

it.each(['README.md', 'docs/architecture.md'])('%s has every folder of the schema in its map', (page) => {
  const root = new URL('../../', import.meta.url);
  const text = readFileSync(new URL(page, root), 'utf8');
  const map = text.match(/^```[\s\S]*?^```/gm)?.join('\n') ?? '';
  const folders = readdirSync(new URL('packages/schema/src', root), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const missing = folders.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(map));
  expect(missing.map(({ name }) => `put ${name} into the map of ${page}`)).toEqual([]);
});
