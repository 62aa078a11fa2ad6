import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'packages/schema/src';
const root = new URL(`../../${folder}`, import.meta.url).pathname;
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(root, file), 'utf8') }));

/** The file of the schema that declares a type, an act or a function, by the name that it has there. */
export function fileOf(name: string): string {
  const declares = new RegExp(
    `(prismaNode|prismaObject|inputType)\\(\\s*'${name}'|^act(OfAnybody)?\\(\\{\\s*name: '${name}'|^export (const|function) ${name}\\b`,
    'm',
  );
  return sources.find(({ text }) => declares.test(text))?.file ?? folder;
}

/** The files of what a file calls by names that match, within the same slice. */
export function filesCalledFrom(file: string, name: RegExp): string[] {
  const text = sources.find((source) => source.file === file)?.text ?? '';
  const slice = file.split('/').slice(0, 4).join('/');
  const called = [...text.matchAll(name)].map(([, each = '']) => fileOf(each));
  return [...new Set(called)].filter((each) => each !== file && each.startsWith(`${slice}/`));
}
