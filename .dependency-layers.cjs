const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Which folder may import which: each stands on those below it, so no two import each other, types included. `docs/architecture.md` shows
 * this as a table (`npm run layout` writes it). A folder is what lies directly in `src`; what lies deeper is listed where it is large.
 */
const everySliceMayImport = ['base', 'tenancy', 'graphql', 'access', 'taxonomy'];

/** The records of agencies, and how they live; what agencies record in the course of a year. */
const records = ['delegation', 'lifecycle', 'plan', 'report', 'risk', 'swot'];
const confidential = ['gift', 'internal-audit'];
/** What else has tasks for people. */
const waiting = ['activity', 'agency', 'calendar', 'declaration', 'finding', 'oit', 'publication'];
const entries = ['activity', 'committee', 'declaration', 'guideline', 'ita', 'publication'];

/** The same for several. */
const each = (names, mayImport) => Object.fromEntries(names.map((name) => [name, mayImport]));

/** What every way of answering stands on. */
const answering = ['config.ts', 'language', 'metrics', 'errors', 'sign-in', 'operations', 'admission', 'spending'];

const packages = {
  schema: {
    root: 'packages/schema/src',
    mayImport: {
      base: [],
      execution: ['base'],
      tenancy: ['base'],
      graphql: ['base', 'execution', 'tenancy', 'access'],
      access: ['base', 'tenancy'],
      taxonomy: ['base', 'graphql'],
    },
    /** Every other folder is a slice. One that is not named here imports no other slice. */
    slices: {
      ...each(['lifecycle', 'audit', 'membership', 'saved'], ['agency']),
      plan: ['agency', 'calendar', 'entry', 'framework', 'lifecycle'],
      committee: ['agency', 'delegation', 'entry'],
      ...each(['guideline', 'publication'], ['agency', 'entry', 'ita']),
      oit: ['agency', 'declaration', 'entry', 'ita', 'lifecycle', 'publication'],
      activity: ['agency', 'committee', 'entry', 'plan'],
      ...each(['delegation', 'entry', 'swot'], ['agency', 'lifecycle']),
      ...each([...confidential, 'declaration'], ['agency', 'entry']),
      risk: ['agency', 'committee', 'delegation', 'lifecycle', 'method', 'plan', 'swot'],
      report: ['agency', 'lifecycle', 'plan', 'risk'],
      library: ['agency', 'lifecycle', 'risk'],
      links: records,
      similar: ['library', 'plan', 'risk'],
      finding: [...records, ...confidential, 'activity', 'agency', 'declaration', 'ita', 'method', 'publication'],
      search: [...records, ...entries, 'agency', 'finding', 'internal-audit', 'library', 'oit'],
      centre: ['agency', 'delegation', 'entry', 'finding', 'ita', 'lifecycle', 'method', 'risk'],
      ita: ['agency', 'declaration', 'entry', 'report'],
      verdict: ['viewer'],
      viewer: [...records, ...confidential, ...waiting],
    },
  },
  'schema/graphql': {
    root: 'packages/schema/src/graphql',
    mayImport: {
      inputs: [],
      filters: [],
      paging: ['filters'],
      limits: ['inputs', 'paging'],
      acts: ['inputs'],
      grouping: ['filters'],
    },
  },
  'schema/lifecycle': {
    root: 'packages/schema/src/lifecycle',
    mayImport: {
      record: [],
      history: [],
      announcements: ['record'],
      editions: ['record', 'announcements'],
      steps: ['record', 'history', 'announcements', 'editions'],
      mutations: ['record', 'history'],
    },
  },
  'schema/delegation': {
    root: 'packages/schema/src/delegation',
    mayImport: {
      orders: [],
      acting: ['orders'],
      authority: ['orders', 'acting'],
      issuing: ['orders', 'authority'],
      reports: ['orders', 'authority'],
      mutations: ['orders', 'acting', 'authority', 'issuing', 'reports'],
    },
  },
  api: {
    root: 'packages/api/src',
    mayImport: {
      start: [],
      'config.ts': ['start'],
      language: [],
      metrics: [],
      errors: ['language', 'metrics'],
      database: ['start'],
      audit: ['database'],
      'sign-in': ['config.ts', 'language', 'metrics'],
      operations: ['config.ts', 'errors', 'metrics', 'sign-in', 'spending'],
      admission: ['sign-in'],
      spending: ['config.ts', 'metrics', 'sign-in', 'admission'],
      reuse: ['language', 'sign-in'],
      ide: ['reuse'],
      'open-data': [],
      http: [...answering, 'start', 'reuse', 'ide', 'open-data'],
      subscriptions: [...answering, 'http'],
      findings: [],
      commands: ['start', 'config.ts', 'database', 'audit', 'findings'],
    },
  },
  'api/database': {
    root: 'packages/api/src/database',
    mayImport: { lock: [], provisioning: [], embedded: ['lock', 'provisioning'] },
  },
  seed: {
    root: 'packages/seed/src',
    mayImport: {
      rows: [],
      people: ['rows'],
      reference: ['rows'],
      documents: ['rows', 'reference'],
      sample: ['rows', 'reference'],
      load: ['rows', 'reference', 'sample'],
    },
  },
};

const foldersIn = (root) =>
  readdirSync(join(__dirname, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const slices = foldersIn(packages.schema.root).filter((folder) => !(folder in packages.schema.mayImport));

/** Every folder of a package with what it may import, also those that the tree has and nobody named. */
function layersOf({ root, mayImport, slices: between }) {
  const unnamed = foldersIn(root).filter((folder) => !(folder in mayImport));
  const named = [...Object.keys(mayImport), ...Object.keys(between ?? {})];
  const missing = named.filter((name) => !existsSync(join(__dirname, root, name)));
  if (missing.length > 0) throw new Error(`${root} has no ${missing.join(', ')}: correct .dependency-layers.cjs.`);
  const layers = { ...mayImport };
  for (const folder of unnamed) layers[folder] = between ? [...everySliceMayImport, ...(between[folder] ?? [])] : [];
  return layers;
}

/** The layers from the lowest to the highest; refused where two could import each other, also by a way round. */
function inOrder(layers) {
  const placed = new Set();
  for (let left = Object.keys(layers); left.length > 0; left = left.filter((name) => !placed.has(name))) {
    const next = left.filter((name) => layers[name].every((below) => placed.has(below)));
    if (next.length === 0) throw new Error(`These may import each other: ${left.join(', ')}.`);
    for (const name of next) placed.add(name);
  }
  return [...placed];
}

const escaped = (text) => text.replaceAll('.', '\\.');
const pathOf = (root, name) => `^${root}/${escaped(name)}${name.endsWith('.ts') ? '$' : '/'}`;

/** One rule for each folder: of its own package it imports itself and what it may. */
const layerRules = Object.entries(packages).flatMap(([title, each]) => {
  const layers = layersOf(each);
  // What lies in a part of a layer also uses what lies beside its parts.
  const others = title.includes('/') ? `^${each.root}/[^/]+/` : `^${each.root}/`;
  return inOrder(layers).map((name) => ({
    name: `layers-${title}/${name}`,
    comment: `${name} may import: ${layers[name].join(', ') || 'none of the others'} (.dependency-layers.cjs).`,
    severity: 'error',
    from: { path: pathOf(each.root, name) },
    to: { path: others, pathNot: [name, ...layers[name]].map((allowed) => pathOf(each.root, allowed)) },
  }));
});

const cell = (names) => (names.length > 0 ? names.map((name) => `\`${name}\``).join(', ') : 'none of the others');

/** A table with columns of one width, as the formatter has them. */
function markdown([heading, ...rows]) {
  const widths = heading.map((_title, column) => Math.max(...[heading, ...rows].map((row) => row[column].length)));
  const line = (row, filler = ' ') =>
    `| ${row.map((text, column) => text.padEnd(widths[column], filler)).join(' | ')} |`;
  return [line(heading), line(['', ''], '-'), ...rows.map((row) => line(row))].join('\n');
}

const ofSlice = (others) => (others.length > 0 ? `as every slice, and ${cell(others)}` : 'as every slice');

function tableOf(each) {
  const { root, mayImport, slices: between } = each;
  const names = inOrder(layersOf(each));
  const named = names.filter((name) => name in mayImport).map((name) => [`\`${name}\``, cell(mayImport[name])]);
  const found = names
    .filter((name) => !(name in mayImport))
    .map((name) => [`\`${name}\``, between ? ofSlice(between[name] ?? []) : cell([])]);
  const shared = between ? [['every slice', cell(everySliceMayImport)]] : [];
  return `### ${root}\n\n${markdown([['folder', 'may import'], ...named, ...shared, ...found])}\n`;
}

/** The same as tables of Markdown. */
const layerTables = () => Object.values(packages).map(tableOf).join('\n');

module.exports = { layerRules, layerTables, slices };
