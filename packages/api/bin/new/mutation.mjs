import { kebab, lowerFirst, UNSAID, upperFirst } from './files.mjs';

const source = 'packages/schema/src';
const ROLES = 'test/contract/roles.csv';

/** The models of the Prisma schema by their names, with what people call them. */
function modelsIn(tree) {
  const text = tree
    .list('prisma/schema')
    .filter((file) => file.endsWith('.prisma'))
    .map((file) => tree.read(`prisma/schema/${file}`))
    .join('\n');
  const found = text.matchAll(/(?:\/\/\/ (.*)\n)?model (\w+) \{\n([^}]*)\}/g);
  return [...found].map(([, label = '', name, body]) => ({ name, label, hasVersion: /^\s+version\s+Int/m.test(body) }));
}

/** The record that an act is done to: the longest model that its name ends with, which the slice has a type for. */
function recordOf(tree, slice, act) {
  const models = modelsIn(tree).filter(({ name }) => act.endsWith(name) && act.length > name.length);
  const [model] = models.sort((a, b) => b.name.length - a.name.length);
  if (!model)
    throw new Error(`Name the act by a verb and a record, as in "archiveSwotAnalysis": ${act} ends with no model.`);
  if (!model.hasVersion)
    throw new Error(`${model.name} has no version: write ${act} after the act of what it is a part of.`);
  const type = tree
    .list(`${source}/${slice}`)
    .find(
      (file) => file.endsWith('.type.ts') && tree.read(`${source}/${slice}/${file}`).includes(`const ${model.name} = `),
    );
  if (!type) throw new Error(`${slice} has no type ${model.name}.`);
  const [th = ''] = model.label.split(/ · |[:;(]/);
  return { ...model, type, th: th.trim(), en: kebab(model.name).replaceAll('-', ' ') };
}

/** The payload that gives the record back, with what an act returns for it; written where the slice has none. */
function payloadOf(tree, slice, { name, type, th, en }) {
  const pattern = new RegExp(`const ${name}Payload = builder\\.objectRef<\\{ (\\w+): string \\}>`);
  for (const file of tree.list(`${source}/${slice}`).filter((each) => each.endsWith('.payload.ts'))) {
    const text = tree.read(`${source}/${slice}/${file}`);
    const key = pattern.exec(text)?.[1];
    if (key) return { file, key };
    if (text.includes(`const ${name}Payload `))
      throw new Error(`${name}Payload takes more than an id: write the act by hand.`);
  }
  const file = `${kebab(name)}.payload.ts`;
  tree.write(
    `${source}/${slice}/${file}`,
    `import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { ${name} } from './${type}';

export const ${name}Payload = builder.objectRef<{ id: string }>('${name}Payload').implement({
  description: '${th}หลังการเปลี่ยนแปลง · The ${en} after the change.',
  fields: (t) => ({
    ${lowerFirst(name)}: t.prismaField({
      type: ${name},
      description: '${th} · The ${en}.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).${lowerFirst(name)}.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
`,
  );
  return { file, key: 'id' };
}

const actText = (act, record, payload) => {
  const [row, input] = [lowerFirst(record.name), `${upperFirst(act)}Input`];
  const id = payload.key === 'id' ? 'id' : `${payload.key}: id`;
  return `import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { ${record.name}Payload } from '../${payload.file}';
import { ${record.name} } from '../${record.type}';

const ${input} = builder.inputType('${input}', {
  description: '${UNSAID}.',
  fields: (t) => ({
    ${row}Id: t.globalID({ for: ${record.name}, required: true, description: '${record.th} · The ${record.en}.' }),
    ...atVersion(t, '${record.en}'),
  }),
});

act({
  name: '${act}',
  description: '${UNSAID}.',
  by: isEditorOfAgency,
  on: onAny('${record.name}'),
  errors: { NOT_FOUND: true },
  input: ${input},
  payload: ${record.name}Payload,
  work: async ({ ${row}Id: { id }, expectedVersion }, { db }) => {
    if (!(await db.${row}.findUnique({ where: { id }, select: { id: true } }))) throw notFound('${row}Id');
    await requireVersion(
      db.${row}.updateMany({ where: { id, version: expectedVersion }, data: { version: { increment: 1 } } }),
    );
    return { ${id} };
  },
});
`;
};

const testText = (act, { name }) => `import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** A record of the agency, as an act is given it. */
async function given() {
  const [row] = await asSuperuser<{ id: string; version: number }>(
    registry.database.superuser,
    \`SELECT r.id, r.version FROM "${name}" r JOIN "Agency" a ON a.id = r."agencyId" WHERE a.code = 'SAMPLE-1' LIMIT 1\`,
  );
  if (!row) throw new Error('Agency SAMPLE-1 has no ${name}: make one first.');
  return { ${lowerFirst(name)}Id: encodeGlobalId('${name}', row.id), expectedVersion: row.version };
}

describe('${act}', () => {
  it('does what it is there for', async () => {
    await registry.person('sample-1-editor').does('${act}', await given());
    throw new Error('Say here what ${act} changes, and expect it.');
  });

  it('is refused to those who do not write the record, and to another agency, and nothing changes', async () => {
    const input = await given();
    expect((await registry.person('sample-1-viewer').isRefused('${act}', input))[0]).toBe('FORBIDDEN');
    expect((await registry.person('sample-2-editor').isRefused('${act}', input))[0]).toBe('NOT_FOUND');
  });
});
`;

/** A mutation of a slice: its act, its place among the slice's, its row of roles and its test. */
export function newMutation(tree, slice, act) {
  if (!tree.exists(`${source}/${slice}/index.ts`)) throw new Error(`There is no slice ${slice}.`);
  if (!/^[a-z][A-Za-z]+$/.test(act)) throw new Error(`Name an act like "archiveSwotAnalysis", not ${act}.`);
  const record = recordOf(tree, slice, act);
  const payload = payloadOf(tree, slice, record);
  const file = `${source}/${slice}/mutations/${kebab(act)}.ts`;
  const test = `test/${slice}/${kebab(act)}.test.ts`;
  tree.write(file, actText(act, record, payload));
  tree.addAfter(`${source}/${slice}/index.ts`, /mutations\//, [`import './mutations/${kebab(act)}.ts';`]);
  const [header = ''] = tree
    .read(ROLES)
    .split('\n')
    .filter((line) => line.startsWith('field,'));
  const unknown = header
    .split(',')
    .slice(1)
    .map(() => '?');
  tree.addAfter(ROLES, /^Mutation\./, [[`Mutation.${act}`, ...unknown].join(',')]);
  tree.write(test, testText(act, record));
  tree.leave(
    `${file}: what it does (both descriptions), who may (\`by\`), in which states (\`on\`), how it is refused (\`errors\`), the work itself`,
  );
  tree.leave(`${ROLES}: what every role is answered, in place of "?"`);
  tree.leave(`${test}: what the act changes`);
  tree.leave('CHANGELOG.md: the change of the API; then npm run schema');
}
