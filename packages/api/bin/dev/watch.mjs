import { watch } from 'node:fs';
import { join, sep } from 'node:path';

/** Editors write a file in several steps: what follows within this time is one change. */
const SETTLED_MS = 40;

const isSource = (path) =>
  /\.(ts|mjs|json|prisma|sql|tsv|csv)$/.test(path) &&
  !path.includes(`${sep}generated${sep}`) &&
  !path.endsWith('.test.ts');

/** Tells `onChange` of every source below the folders that was written, added or removed. */
export function watchFolders(folders, onChange) {
  const settling = new Map();
  const notice = (path) => {
    clearTimeout(settling.get(path));
    settling.set(
      path,
      setTimeout(() => {
        settling.delete(path);
        onChange(path);
      }, SETTLED_MS),
    );
  };
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, name) => {
      const path = join(folder, name ?? '');
      if (isSource(path)) notice(path);
    }),
  );
  return {
    close() {
      for (const watcher of watchers) watcher.close();
      for (const timer of settling.values()) clearTimeout(timer);
    },
  };
}
