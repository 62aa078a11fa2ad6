import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';

const started = performance.now();
const api = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(api, 'ide');
const target = join(api, 'dist', 'ide');
const require = createRequire(join(sources, 'main.tsx'));

/** Two copies of graphql refuse each other's schemas, and an old one may be hoisted to the root: all imports get ours. */
const graphql = dirname(require.resolve('graphql/package.json'));

const oneStyleSheet = {
  name: 'one-style-sheet',
  setup(bundler) {
    // GraphiQL's sheet carries Monaco's rules already, and Roboto in every script, where this page is set in Plex.
    bundler.onLoad({ filter: /monaco-editor[\\/].*\.css$/ }, () => ({ contents: '', loader: 'css' }));
    bundler.onLoad({ filter: /graphiql[\\/]dist[\\/]style\.css$/ }, async ({ path }) => {
      const sheet = await readFile(path, 'utf8');
      return { contents: sheet.replace(/@font-face\s*\{\s*font-family:\s*Roboto;[^}]*\}/g, ''), loader: 'css' };
    });
  },
};

const shared = {
  bundle: true,
  minify: true,
  metafile: true,
  outdir: target,
  absWorkingDir: sources,
  target: 'es2022',
  alias: { graphql },
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'warning',
};

const outputOf = (metafile, entry) => {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint?.endsWith(entry));
  if (!found) throw new Error(`The IDE build made no file for ${entry}; check the entry points in bin/build-ide.mjs`);
  return { script: `/ide/${basename(found[0])}`, style: `/ide/${basename(found[1].cssBundle ?? '')}` };
};

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

const workers = await build({
  ...shared,
  format: 'iife',
  entryNames: '[name]-[hash]',
  entryPoints: [
    'monaco-editor/esm/vs/editor/editor.worker.js',
    'monaco-editor/esm/vs/language/json/json.worker.js',
    'monaco-graphql/esm/graphql.worker.js',
  ],
});
const files = {
  editor: outputOf(workers.metafile, 'editor.worker.js').script,
  json: outputOf(workers.metafile, 'json.worker.js').script,
  graphql: outputOf(workers.metafile, 'graphql.worker.js').script,
};

const page = await build({
  ...shared,
  format: 'esm',
  splitting: true,
  jsx: 'automatic',
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file', '.ttf': 'file' },
  define: { ...shared.define, WORKER_FILES: JSON.stringify(files) },
  plugins: [oneStyleSheet],
  entryPoints: ['main.tsx', 'style.css'],
});

const icon = await readFile(join(sources, 'icon.svg'));
const iconName = `icon-${createHash('sha256').update(icon).digest('hex').slice(0, 8).toUpperCase()}.svg`;
await writeFile(join(target, iconName), icon);

const { script } = outputOf(page.metafile, 'main.tsx');
const style = Object.keys(page.metafile.outputs).find((path) => /style-[^/]*\.css$/.test(path)) ?? '';
const html = (await readFile(join(sources, 'index.html'), 'utf8'))
  .replace('{{icon}}', `/ide/${iconName}`)
  .replace('{{style}}', `/ide/${basename(style)}`)
  .replace('{{script}}', script);
await writeFile(join(target, 'index.html'), html);

/** Compressed once here, so that the server neither spends time on it nor needs a package for it. */
const compress = promisify(gzip);
const sizes = await Promise.all(
  (await readdir(target)).map(async (name) => {
    const content = await readFile(join(target, name));
    if (!/\.(js|css|html|svg)$/.test(name)) return content.length;
    const small = await compress(content, { level: 7 });
    await writeFile(join(target, `${name}.gz`), small);
    return small.length;
  }),
);

const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6;
const seconds = (performance.now() - started) / 1000;
console.log(`IDE built: ${sizes.length} files, ${megabytes.toFixed(2)} MB over the wire, ${seconds.toFixed(1)} s`);
