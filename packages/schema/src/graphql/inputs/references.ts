import { invalidInput, notFound } from '../../base/errors.ts';

type Row = { readonly id: string };

/** The plain id in an input; undefined leaves the value unchanged, null empties it. */
export const idOf = (given: Row | null | undefined): string | null | undefined => (given ? given.id : given);

/** Refuses every entry of a list that is not known, each by its place. */
export function requireEach<Entry>(
  entries: readonly Entry[],
  isKnown: (entry: Entry) => boolean,
  placeOf: (index: number) => string,
): void {
  const unknown = entries.flatMap((entry, index) => (isKnown(entry) ? [] : [placeOf(index)]));
  if (unknown.length > 0) throw notFound(...unknown);
}

/** Refuses the ids that the viewer's agency does not have: another agency's id is as unknown as one that does not exist. */
export async function requireKnown(
  field: string,
  ids: readonly string[] | undefined,
  find: (ids: string[]) => PromiseLike<readonly Row[]>,
): Promise<void> {
  if (!ids || ids.length === 0) return;
  const known = new Set((await find([...ids])).map(({ id }) => id));
  requireEach(
    ids,
    (id) => known.has(id),
    (index) => `${field}[${index}]`,
  );
}

/** Refuses each of the known ids for which something is wrong, by its field. */
export function refuseEach<Kind>(
  given: readonly { readonly field: string; readonly kind: Kind }[],
  problemOf: (kind: Kind) => { readonly th: string; readonly en: string } | null,
): void {
  const problems = given.flatMap(({ field, kind }) => {
    const message = problemOf(kind);
    return message ? [{ field, message }] : [];
  });
  if (problems.length > 0) throw invalidInput(...problems);
}

/** The same for a single id, where one is given. */
export async function requireOne(
  field: string,
  id: string | null | undefined,
  find: (id: string) => PromiseLike<Row | null>,
): Promise<void> {
  if (id && !(await find(id))) throw notFound(field);
}
