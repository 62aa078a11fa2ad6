import { isKeeperOfQueries } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { placeOf } from '../own-query.ts';
import { FavouriteQueryInput } from '../saved.inputs.ts';
import { SavedQueryPayload } from '../saved-query.payload.ts';

act({
  name: 'markFavouriteQuery',
  description:
    'ทำเครื่องหมายคำถามที่บันทึกไว้เป็นรายการโปรดของผู้ใช้ · Marks a saved query as a favourite of the viewer, whoever owns it; one that is marked stays so.',
  by: isKeeperOfQueries,
  on: onAny('SavedQuery'),
  errors: { NOT_FOUND: true },
  input: FavouriteQueryInput,
  payload: SavedQueryPayload,
  work: async ({ savedQueryId: { id } }, tx) => {
    const { db, accountId } = tx;
    const found = await db.savedQuery.findUnique({
      where: { id },
      select: { favourites: { take: 1, select: { id: true } } },
    });
    if (!found) throw notFound('savedQueryId');
    if (found.favourites.length === 0)
      await db.savedQueryFavourite.create({ data: { savedQueryId: id, accountId, agencyId: placeOf(tx) } });
    return { id };
  },
});
