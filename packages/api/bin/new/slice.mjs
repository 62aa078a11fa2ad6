import { kebab, lowerFirst, UNSAID, upperFirst } from './files.mjs';
import { actText, testOfAdding, typeText } from './slice-texts.mjs';

const source = 'packages/schema/src';
const ROLES = 'test/contract/roles.csv';
const PERMISSIONS = `${source}/permissions.ts`;

const pluralOf = (name) => (/[^aeou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`);

const modelText = (model) => `/// ${UNSAID}.
model ${model} {
  id         String   @id @default(uuid(7)) @db.Uuid
  agencyId   String   @db.Uuid
  disclosure Int      @default(0) @db.SmallInt
  /// ชื่อภาษาไทย · Title in Thai.
  titleTh    String
  /// รุ่นของข้อมูลสำหรับตรวจการแก้ไขซ้อนกัน · Version for optimistic concurrency: send it as \`expectedVersion\`.
  version    Int      @default(1)
  createdAt  DateTime @default(now()) @db.Timestamptz(3)
  updatedAt  DateTime @default(now()) @updatedAt @db.Timestamptz(3)

  agency     Agency   @relation(fields: [agencyId], references: [id], onDelete: Restrict)

  @@unique([agencyId, id])
  @@index([disclosure, agencyId])
}
`;

const queriesText = ({ model, plural }) => `import { builder } from '../graphql/builder.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { ${model}, ${model}Connection, ${model}Order, ${model}Where, ${lowerFirst(model)}List } from './${lowerFirst(model)}.type.ts';

const ${plural} = rootList((db) => db.${lowerFirst(model)}, ${lowerFirst(model)}List);

builder.queryFields((t) => ({
  ${plural}: t.prismaConnection(
    {
      type: ${model},
      ...${plural},
      nullable: true,
      description: '${UNSAID}. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(${model}Where, ${model}Order),
    },
    ${model}Connection,
  ),
}));
`;

const rulesText = ({ slice, model, plural }) => `import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const ${slice}Rules = {
  Query: { ${plural}: isReaderOfRecords },
  ${model}: allow,
};
`;

const payloadText = ({ model, slice }) => `import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { ${model} } from './${slice}.type.ts';

export const ${model}Payload = builder.objectRef<{ id: string }>('${model}Payload').implement({
  description: '${UNSAID}.',
  fields: (t) => ({
    ${slice}: t.prismaField({
      type: ${model},
      description: '${UNSAID}.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).${slice}.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
`;

const seedText = ({ slice, model, plural }) => `import type { SampleAgency } from '../reference/sample-agencies.ts';
import { agencyId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';

/** ${UNSAID}. */
export function add${upperFirst(plural)}({ code }: SampleAgency, rows: TenantRows): void {
  rows.${slice}.push({ id: identifierOf(code, '${kebab(model)}', 1), agencyId: agencyId(code), titleTh: 'ข้อมูลตัวอย่าง' });
}
`;

/** Gives every agency of the sample city a row, which the probes of both walls try. */
function seedSlice(tree, names) {
  const { slice, model, plural } = names;
  const [rows, city] = ['packages/seed/src/rows/tenant-rows.ts', 'packages/seed/src/sample/sample-city.ts'];
  const file = kebab(plural);
  tree.write(`packages/seed/src/sample/${file}.ts`, seedText(names));
  tree.addAfter(rows, /^ {2}reviewComment: Prisma/, [`  ${slice}: Prisma.${model}CreateManyInput[];`]);
  tree.addAfter(rows, /^ {2}reviewComment: \[\]/, [`  ${slice}: [],`]);
  tree.addAfter(city, /^import .* from '\.\/swot\.ts'/, [`import { add${upperFirst(plural)} } from './${file}.ts';`]);
  tree.addAfter(city, /^ {2}addSwot\(/, [`  add${upperFirst(plural)}(agency, rows);`]);
}

/** Makes the slice known where slices are named: the schema, its rules, the layers, the agency that owns its records. */
function nameSlice(tree, { slice, model, plural }) {
  tree.addAfter(`${source}/schema.ts`, /import '\.\/(library|delegation)\/index\.ts'/, [
    `import './${slice}/index.ts';`,
  ]);
  tree.addAfter(PERMISSIONS, /^import \{ \w+Rules \}/, [
    `import { ${slice}Rules } from './${slice}/${slice}.rules.ts';`,
  ]);
  tree.addAfter(PERMISSIONS, /^ {2}\w+Rules,$/, [`  ${slice}Rules,`]);
  tree.addAfter('.dependency-layers.cjs', /^ {6}lifecycle: /, [`      ${slice}: ['agency'],`]);
  tree.addAfter('prisma/schema/agency.prisma', /^ {2}swotAnalyses /, [`  ${plural} ${model}[]`]);
}

/** A slice with one kind of record of agencies: its table, type, list, rules, an act that adds one, and their rows and tests. */
export function newSlice(tree, slice) {
  if (!/^[a-z][A-Za-z]+$/.test(slice)) throw new Error(`Name a slice like "training", not ${slice}.`);
  if (tree.exists(`${source}/${slice}`)) throw new Error(`There is a slice ${slice} already.`);
  const names = { slice, model: upperFirst(slice), plural: pluralOf(slice) };
  const { model, plural } = names;
  const home = `${source}/${slice}`;
  tree.write(`prisma/schema/${slice}.prisma`, modelText(model));
  tree.write(
    `${home}/index.ts`,
    `import './${slice}.type.ts';\nimport './${slice}.queries.ts';\nimport './mutations/add-${slice}.ts';\n`,
  );
  tree.write(`${home}/${slice}.type.ts`, typeText(names));
  tree.write(`${home}/${slice}.queries.ts`, queriesText(names));
  tree.write(`${home}/${slice}.rules.ts`, rulesText(names));
  tree.write(`${home}/${slice}.payload.ts`, payloadText(names));
  tree.write(`${home}/mutations/add-${slice}.ts`, actText(names));
  tree.write(`test/${slice}/add-${slice}.test.ts`, testOfAdding(names));
  nameSlice(tree, names);
  seedSlice(tree, names);
  const unknown = ',?'.repeat(10);
  tree.addAfter(ROLES, /^Query\./, [`Query.${plural}${unknown}`]);
  tree.addAfter(ROLES, /^Mutation\./, [`Mutation.add${model}${unknown}`]);
  tree.leave(
    `prisma/schema/${slice}.prisma: what the record is, and its columns; then npm run migration -- add_${slice}, and its lines "-- ?"`,
  );
  tree.leave(`${home}: every "${UNSAID}", the fields of the type, what the act is given`);
  tree.leave(`${ROLES}: what every role is answered, in place of "?"`);
  tree.leave(
    `packages/seed/src/sample/${kebab(plural)}.ts: what the sample agencies have, so that every disclosure is there that the record can have`,
  );
  tree.leave('.dependency-layers.cjs: the slices that this one uses besides agency; then npm run layout');
  tree.leave(`test/${slice}/add-${slice}.test.ts: what the act writes`);
  tree.leave('README.md and docs/architecture.md: the slice in their maps; CHANGELOG.md; then npm run schema');
}
