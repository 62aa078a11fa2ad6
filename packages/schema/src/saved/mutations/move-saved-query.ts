import { isKeeperOfQueries } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { changeOwnQuery, onOwnQuery } from '../own-query.ts';
import { FOLDER_MAX, folderField, savedQueryAtVersion } from '../saved.inputs.ts';
import { SavedQueryPayload } from '../saved-query.payload.ts';

const MoveSavedQueryInput = builder.inputType('MoveSavedQueryInput', {
  description: 'แฟ้มใหม่ของคำถามที่บันทึกไว้ · The new folder of a saved query.',
  fields: (t) => ({ ...savedQueryAtVersion(t), folder: folderField(t) }),
});

act({
  name: 'moveSavedQuery',
  description: 'ย้ายคำถามที่บันทึกไว้ไปแฟ้มอื่น · Moves a saved query to another folder, or out of all. Its owner does so.',
  by: isKeeperOfQueries,
  on: onOwnQuery,
  errors: { NOT_FOUND: true },
  input: MoveSavedQueryInput,
  payload: SavedQueryPayload,
  work: (input, tx) => {
    const check = new Check();
    const folder = check.optionalText('folder', input.folder ?? null, { max: FOLDER_MAX });
    check.refuse();
    return changeOwnQuery(input, tx, { folder });
  },
});
