import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a description begins with until a person has said what it is; a test names every one that is left. */
export const UNSAID = 'โปรดเขียนคำอธิบาย · To be described';

export const kebab = (name) => name.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
export const lowerFirst = (name) => name.charAt(0).toLowerCase() + name.slice(1);
export const upperFirst = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/** The files of the project: what is written is noted, and nothing that is there is written over. */
export function treeAt(root) {
  const files = new Map();
  const left = [];
  const exists = (file) => files.has(file) || existsSync(join(root, file));
  const read = (file) => files.get(file) ?? readFileSync(join(root, file), 'utf8');
  return {
    exists,
    read,
    list: (folder) => readdirSync(join(root, folder)),
    write(file, text) {
      if (exists(file)) throw new Error(`${file} is there already.`);
      files.set(file, text);
    },
    /** Adds lines behind the last line that matches, or at the end. */
    addAfter(file, pattern, lines) {
      const all = read(file).trimEnd().split('\n');
      const last = all.findLastIndex((line) => pattern.test(line));
      all.splice(last < 0 ? all.length : last + 1, 0, ...lines);
      files.set(file, `${all.join('\n')}\n`);
    },
    /** Says what only a person can say, and where. */
    leave: (what) => left.push(what),
    /** Writes all of it, once nothing stands in the way. */
    done() {
      for (const [file, text] of files) {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), text);
      }
      return { written: [...files.keys()], left };
    },
  };
}
