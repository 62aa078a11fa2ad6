import { isKeeperOfQueries } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { changeOwnQuery, onOwnQuery } from '../own-query.ts';
import { savedQueryAtVersion, titleFields } from '../saved.inputs.ts';
import { SavedQueryPayload } from '../saved-query.payload.ts';

const RenameSavedQueryInput = builder.inputType('RenameSavedQueryInput', {
  description: 'ชื่อใหม่ของคำถามที่บันทึกไว้ · The new title of a saved query.',
  fields: (t) => ({ ...savedQueryAtVersion(t), ...titleFields(t) }),
});

act({
  name: 'renameSavedQuery',
  description:
    'เปลี่ยนชื่อคำถามที่บันทึกไว้ · Renames a saved query; an English title that is left out is emptied. Its owner does so.',
  by: isKeeperOfQueries,
  on: onOwnQuery,
  errors: { NOT_FOUND: true },
  input: RenameSavedQueryInput,
  payload: SavedQueryPayload,
  work: (input, tx) => {
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const titleEn = check.optionalText('titleEn', input.titleEn ?? null, { max: NAME_MAX });
    check.refuse();
    return changeOwnQuery(input, tx, { titleTh, titleEn });
  },
});
