import { isKeeperOfQueries } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { changeOwnQuery, onOwnQuery } from '../own-query.ts';
import { SavedQueryActInput } from '../saved.inputs.ts';
import { SavedQueryPayload } from '../saved-query.payload.ts';

act({
  name: 'restoreSavedQuery',
  description:
    'นำคำถามที่เก็บเข้าคลังกลับมาใช้ · Takes a saved query that was put away into use again, shared as before. Its owner does so.',
  by: isKeeperOfQueries,
  on: onOwnQuery,
  errors: { NOT_FOUND: true },
  input: SavedQueryActInput,
  payload: SavedQueryPayload,
  work: (input, tx) => changeOwnQuery(input, tx, { archivedAt: null }),
});
