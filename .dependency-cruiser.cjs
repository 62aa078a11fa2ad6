const { layerRules, slices: sliceNames } = require('./.dependency-layers.cjs');

const slices = `(${sliceNames.join('|')})`;

/** The import rules of the project: data flows one way, and every door has one place. */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'raw-client-only-in-tenancy',
      comment: 'Whoever reaches the raw client reaches every agency.',
      severity: 'error',
      from: { path: '^packages/schema/', pathNot: '^packages/schema/src/tenancy/' },
      to: { path: '^prisma/(client\\.ts|scoped-batches\\.ts|migrate\\.ts|migration-)' },
    },
    {
      name: 'city-reader-only-in-centre',
      comment: 'cityDb reads across agencies in raw SQL; the other slices ask agencyDb.',
      severity: 'error',
      from: { path: '^packages/schema/src/', pathNot: '^packages/schema/src/(centre|tenancy)/' },
      to: { path: '^packages/schema/src/tenancy/city-db\\.ts' },
    },
    {
      name: 'raw-sql-only-in-finding-and-viewer',
      comment: 'The first wall does not reach into SQL: findings and tasks filter by the agency in every statement.',
      severity: 'error',
      from: { path: '^packages/schema/src/', pathNot: '^packages/schema/src/(finding|viewer)/' },
      to: { path: '^packages/schema/src/tenancy/raw-sql\\.ts' },
    },
    {
      name: 'logic-is-pure',
      comment: 'Arithmetic and state machines depend on nothing but each other.',
      severity: 'error',
      from: { path: '\\.logic\\.ts$' },
      to: { pathNot: '\\.logic\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'slices-meet-in-types',
      comment:
        'A slice uses another through its types, payloads, enums, loaders and logic, and through what holds its records (…-state, …-standing, …-lock), not through its queries, mutations or rules.',
      severity: 'error',
      from: { path: `^packages/schema/src/${slices}/` },
      to: {
        path: `^packages/schema/src/${slices}/`,
        pathNot: [
          '^packages/schema/src/$1/',
          '\\.(type|payload|enums|loader|logic)\\.ts$',
          '^packages/schema/src/(lifecycle/(steps/record-acts|record/record-state)|entry/(entry-acts|entry-fields|entry-standing|entry-state|evidence)|swot/(swot-standing|swot-state)|agency/structure-lock)\\.ts$',
        ],
      },
    },
    {
      name: 'schema-knows-no-server',
      severity: 'error',
      from: { path: '^packages/schema/' },
      to: { path: '^(packages/(api|seed)|test)/|node_modules/(@apollo|fastify|jose|pino)/' },
    },
    {
      name: 'seed-knows-only-prisma',
      severity: 'error',
      from: { path: '^packages/seed/' },
      to: { path: '^(packages/(api|schema)|test)/' },
    },
    {
      name: 'prisma-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^prisma/' },
      to: { path: '^(packages|test)/' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { path: '^(packages|prisma)/' }, to: { path: '^test/' } },
    {
      name: 'environment-only-in-config',
      severity: 'error',
      from: { path: '^packages/(schema|seed)/' },
      to: { path: '^(node:)?process$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|dist)/|^packages/api/ide/|\\.mjs$' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
