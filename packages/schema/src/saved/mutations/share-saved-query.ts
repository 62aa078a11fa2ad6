import { isKeeperOfQueries } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { changeOwnQuery, onOwnQuery, placeOf } from '../own-query.ts';
import { QuerySharing } from '../saved.enums.ts';
import { savedQueryAtVersion } from '../saved.inputs.ts';
import { SavedQueryPayload } from '../saved-query.payload.ts';
import { checkSharing } from '../sharing.ts';

const ShareSavedQueryInput = builder.inputType('ShareSavedQueryInput', {
  description: 'ผู้ที่เปิดคำถามที่บันทึกไว้ได้ · With whom a saved query is shared.',
  fields: (t) => ({
    ...savedQueryAtVersion(t),
    sharedWith: t.field({ type: QuerySharing, required: true, description: 'ผู้ที่เปิดได้ · With whom it is shared.' }),
  }),
});

act({
  name: 'shareSavedQuery',
  description:
    'กำหนดว่าใครเปิดคำถามที่บันทึกไว้ได้ · Says with whom a saved query is shared: they open and run it with rights of their own. Its owner does so.',
  by: isKeeperOfQueries,
  on: onOwnQuery,
  errors: { NOT_FOUND: true },
  input: ShareSavedQueryInput,
  payload: SavedQueryPayload,
  work: (input, tx) => {
    const check = new Check();
    const sharedWith = checkSharing(check, input.sharedWith, placeOf(tx));
    check.refuse();
    return changeOwnQuery(input, tx, { sharedWith });
  },
});
