import { getDatamodel } from '@registry/prisma/generated/pothos.ts';
import type { Template } from './source-sentences.ts';

const models = Object.values(getDatamodel().datamodel.models);
const columnsOf = (is: (field: (typeof models)[number]['fields'][number]) => boolean): ReadonlySet<string> =>
  new Set(models.flatMap(({ fields }) => fields.filter(is).map(({ name }) => name)));

/** What columns of enums and of dates are called: their values are for programs. */
// `code` is a text almost everywhere, and an instrument of the ITA is called by its code.
const enumColumns = columnsOf(({ kind, name }) => kind === 'enum' && name !== 'code');
const dateColumns = columnsOf(({ type }) => type === 'DateTime');

/** The holes of a Thai template that a value for programs fills: it is to be said in words. */
export const bareHoles = ({ text, holes }: Template): string[] =>
  holes.filter(
    (name, index) =>
      (enumColumns.has(name) || dateColumns.has(name) || /^(toISOString|isoDay|String)\(\)$/.test(name)) &&
      isInThai(text, index),
  );

/** Whether a hole stands in the Thai half. */
function isInThai(text: string, index: number): boolean {
  const before = text
    .split('\u25a1')
    .slice(0, index + 1)
    .join('\u25a1');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return !line.includes(' · ');
}
