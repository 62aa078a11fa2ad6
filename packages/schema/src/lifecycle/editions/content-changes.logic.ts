export type ContentChange = {
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** The item, by the names and codes on the way to it: `risks/R-01/mitigations/…`; empty for the record itself. */
  readonly place: string;
  readonly itemId: string | null;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
};

type Content = Readonly<Record<string, unknown>>;
type Item = Content & { readonly id: string };

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isItem = (value: unknown): value is Item => isContent(value) && typeof value.id === 'string';
const isItems = (value: unknown): value is readonly Item[] => Array.isArray(value) && value.every(isItem);

const shown = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What people call an item: its code or number, else the beginning of its text. */
const nameOf = (item: Item): string =>
  shown(item.code ?? item.sequenceNo ?? item.titleTh ?? item.textTh ?? item.measureTh ?? item.id)?.slice(0, 60) ??
  item.id;

const at = (place: string, list: string, item: Item): string =>
  [place, list, nameOf(item)].filter((part) => part).join('/');

/** What changed from one content of a record to another: items are matched by id wherever they moved, and values compared as a whole. */
export function changesOf(before: Content, after: Content, place = '', itemId: string | null = null): ContentChange[] {
  const changes: ContentChange[] = [];
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, fresh] = [before[field] ?? null, after[field] ?? null];
    if (isItems(old ?? []) && isItems(fresh ?? []) && (Array.isArray(old) || Array.isArray(fresh))) {
      const [olds, freshes] = [itemsById(old), itemsById(fresh)];
      if (olds.size + freshes.size > 0) {
        for (const [id, item] of olds) {
          const now = freshes.get(id);
          if (now) changes.push(...changesOf(item, now, at(place, field, now), id));
          else
            changes.push({
              kind: 'REMOVED',
              place: at(place, field, item),
              itemId: id,
              field: null,
              before: shown(item),
              after: null,
            });
        }
        for (const [id, item] of freshes) {
          if (!olds.has(id))
            changes.push({
              kind: 'ADDED',
              place: at(place, field, item),
              itemId: id,
              field: null,
              before: null,
              after: shown(item),
            });
        }
        continue;
      }
    }
    if (shown(old) !== shown(fresh))
      changes.push({ kind: 'CHANGED', place, itemId, field, before: shown(old), after: shown(fresh) });
  }
  return changes;
}

const itemsById = (value: unknown): Map<string, Item> =>
  new Map(Array.isArray(value) ? value.filter(isItem).map((item) => [item.id, item]) : []);
