import { createRequire } from 'node:module';

const { layerTables } = createRequire(import.meta.url)('../../.dependency-layers.cjs');

/** The page with the tables that the import rules make in the place of those that it has. */
export const withTables = (page) =>
  page.replace(
    /(<!-- layers -->\n)[\s\S]*(<!-- end of layers -->)/,
    (_all, start, end) => `${start}\n${layerTables()}\n${end}`,
  );
