import { notFound } from './errors.ts';

type Row = { readonly id: string };

/** The plain id that an input names; undefined where an edit leaves it as it is, null where it empties it. */
export const idOf = (given: Row | null | undefined): string | null | undefined => (given ? given.id : given);

/** Refuses the first id that the viewer's agency does not have: another agency's is as unknown as one that does not exist. */
export async function requireKnown(
  field: string,
  ids: readonly string[] | undefined,
  find: (ids: string[]) => PromiseLike<readonly Row[]>,
): Promise<void> {
  if (!ids || ids.length === 0) return;
  const known = new Set((await find([...ids])).map(({ id }) => id));
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw notFound(`${field}[${unknown}]`);
}

/** The same for a single id, where one is given. */
export async function requireOne(
  field: string,
  id: string | null | undefined,
  find: (id: string) => PromiseLike<Row | null>,
): Promise<void> {
  if (id && !(await find(id))) throw notFound(field);
}
