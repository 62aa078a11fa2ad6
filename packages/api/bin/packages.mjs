import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a list such as ["linux"] or ["!win32"] of a package names this machine. */
const allows = (list, here) =>
  !list || (list.some((each) => !each.startsWith('!')) ? list.includes(here) : !list.includes(`!${here}`));

/** The C library that programs of this machine are linked with, where packages tell such apart. */
const libc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';

/** Where npm puts the packages of package-lock.json that are meant for this machine. */
function placesOf(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { link, os, cpu, libc: libraries }]) => {
      if (link || !path.includes('node_modules/')) return false;
      return allows(os, process.platform) && allows(cpu, process.arch) && allows(libraries, libc);
    })
    .map(([path]) => join(root, path, 'package.json'));
}

/** How many packages there are to install, and how many are there. */
export function packageCounter(root) {
  const places = placesOf(root);
  return { total: places.length, installed: () => places.filter((place) => existsSync(place)).length };
}
