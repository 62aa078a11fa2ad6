import { isKeeperOfQueries } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { FavouriteQueryInput } from '../saved.inputs.ts';
import { SavedQueryPayload } from '../saved-query.payload.ts';

act({
  name: 'unmarkFavouriteQuery',
  description: 'นำคำถามที่บันทึกไว้ออกจากรายการโปรดของผู้ใช้ · Takes a saved query out of the favourites of the viewer.',
  by: isKeeperOfQueries,
  on: onAny('SavedQuery'),
  errors: { NOT_FOUND: true },
  input: FavouriteQueryInput,
  payload: SavedQueryPayload,
  work: async ({ savedQueryId: { id } }, { db }) => {
    if (!(await db.savedQuery.findUnique({ where: { id }, select: { id: true } }))) throw notFound('savedQueryId');
    await db.savedQueryFavourite.deleteMany({ where: { savedQueryId: id } });
    return { id };
  },
});
