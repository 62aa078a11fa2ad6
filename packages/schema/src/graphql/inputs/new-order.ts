import { Check } from './check.ts';
import { requireEach } from './references.ts';

type Place = { readonly id: string; readonly place: number };

/** The entries of a list that change their place when all are put in the order of the given ids, each of which occurs once. */
export function newOrder(field: string, given: readonly { id: string }[], entries: readonly Place[]): Place[] {
  const placeOf = new Map(entries.map(({ id, place }) => [id, place]));
  const ids = given.map(({ id }) => id);
  requireEach(
    ids,
    (id) => placeOf.has(id),
    (index) => `${field}[${index}]`,
  );
  const check = new Check();
  check.list(field, ids, entries.length);
  if (new Set(ids).size < entries.length)
    check.add(
      field,
      `${field} ต้องระบุครบทั้ง ${entries.length} รายการ`,
      `${field} must name all ${entries.length} entries.`,
    );
  check.refuse();
  return ids.map((id, index) => ({ id, place: index + 1 })).filter(({ id, place }) => placeOf.get(id) !== place);
}
