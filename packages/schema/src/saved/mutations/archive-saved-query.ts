import { isKeeperOfQueries } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { changeOwnQuery, onOwnQuery } from '../own-query.ts';
import { SavedQueryActInput } from '../saved.inputs.ts';
import { SavedQueryPayload } from '../saved-query.payload.ts';

act({
  name: 'archiveSavedQuery',
  description:
    'เก็บคำถามที่บันทึกไว้เข้าคลัง ผู้อื่นเปิดไม่ได้อีก · Puts a saved query away: nobody else opens it any more, and its owner may restore it.',
  by: isKeeperOfQueries,
  on: onOwnQuery,
  errors: { NOT_FOUND: true },
  input: SavedQueryActInput,
  payload: SavedQueryPayload,
  work: (input, tx) => changeOwnQuery(input, tx, { archivedAt: new Date() }),
});
