import { basename, dirname } from 'node:path';
import { build, context } from 'esbuild';

/** Everything of the workspace goes into the bundle; everything installed from npm stays outside it. */
const installedStaysOutside = {
  name: 'installed-stays-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith('@registry/') ? undefined : { path, external: true },
    );
  },
};

const optionsOf = (entryPoint, outfile) => ({
  entryPoints: [entryPoint],
  outdir: dirname(outfile),
  entryNames: basename(outfile, '.js'),
  // What is imported later is a file beside it, by its own name: at most one for each entry point.
  splitting: true,
  chunkNames: `${basename(outfile, '.js')}-[name]`,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [installedStaysOutside],
});

/** Bundles one entry point of the workspace for Node. */
export const bundle = (entryPoint, outfile) => build(optionsOf(entryPoint, outfile));

/** Bundles the same entry point again and again, each time only what changed. */
export const rebuilder = (entryPoint, outfile) => context(optionsOf(entryPoint, outfile));
