import { invalidInput } from '../../base/errors.ts';
import type { Side } from './keyset.logic.ts';

/** The cursors of a page as a client gives them. */
export type GivenCursors = { readonly [side in Side]?: string | null };

/** The places between which a page lies; absent where it is open. */
export type Between<Place> = { readonly [side in Side]?: Place };

const notOfThisList = (field: string) =>
  invalidInput({
    field,
    message: {
      th: 'ตำแหน่ง (cursor) ไม่ใช่ของรายการและลำดับนี้ โปรดเริ่มอ่านรายการใหม่ตั้งแต่ต้น',
      en: 'The cursor is not one of this list in this order: start the list again, and go on with the cursors of its pages.',
    },
  });

/** Reads the cursors of a page; an empty one is the start, like none, and one of another list or order is refused by its name. */
export function readCursors<Place>(cursors: GivenCursors, read: (cursor: string) => Place | null): Between<Place> {
  const places: { [side in Side]?: Place } = {};
  for (const side of ['after', 'before'] as const) {
    const cursor = cursors[side];
    if (!cursor) continue;
    const place = read(cursor);
    if (place === null) throw notOfThisList(side);
    places[side] = place;
  }
  return places;
}
