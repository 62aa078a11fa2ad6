import { isKeeperOfQueries } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { checkedDocument } from '../checked-document.ts';
import { changeOwnQuery, onOwnQuery, ownQuery, placeOf } from '../own-query.ts';
import { documentFields, savedQueryAtVersion } from '../saved.inputs.ts';
import { SavedQueryPayload } from '../saved-query.payload.ts';

const SaveQueryVersionInput = builder.inputType('SaveQueryVersionInput', {
  description: 'รุ่นใหม่ของคำถามที่บันทึกไว้ · A new version of a saved query.',
  fields: (t) => ({ ...savedQueryAtVersion(t), ...documentFields(t) }),
});

act({
  name: 'saveQueryVersion',
  description:
    'บันทึกคำถามเป็นรุ่นใหม่ รุ่นเดิมยังอ่านและรันได้ · Saves a saved query again, as a new version; those before can still be read and run. Its owner does so.',
  by: isKeeperOfQueries,
  on: onOwnQuery,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT:
      'คำถามไม่ตรงกับระบบ เกินขนาด หรือไม่ใช่การสอบถาม · the document does not fit the schema or the limits, or is no query',
  },
  input: SaveQueryVersionInput,
  payload: SavedQueryPayload,
  work: async (input, tx) => {
    const { id } = input.savedQueryId;
    const check = new Check();
    const version = await checkedDocument(check, input, tx.context);
    check.refuse();
    const { latestNumber } = await ownQuery(id, tx);
    checkMaxCount(check, 'document', { count: latestNumber, max: most.versionsOfSavedQuery });
    check.refuse();
    const number = latestNumber + 1;
    await changeOwnQuery(input, tx, { latestNumber: number });
    await tx.db.savedQueryVersion.create({ data: { ...version, savedQueryId: id, agencyId: placeOf(tx), number } });
    return { id };
  },
});
