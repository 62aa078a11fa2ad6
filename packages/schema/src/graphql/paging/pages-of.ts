import { type ListPolicy, orderOf } from './connection.ts';
import { cursorOf, placeAt } from './cursor.ts';
import { paged } from './paged-list.ts';
import { readCursors } from './read-cursors.ts';

/** A list of records continues by value: by the columns of its order and the id, so that the row at the end of a page may have gone. */
export const pagesOf = (policy: ListPolicy) =>
  paged({
    between: (args) => {
      const order = orderOf(args, policy);
      return readCursors(args, (cursor) => placeAt(cursor, order));
    },
    cursorOf: (args, row) => cursorOf(row, orderOf(args, policy)),
  });
