import { isKeeperOfQueries } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { checkedDocument } from '../checked-document.ts';
import { placeOf } from '../own-query.ts';
import { QuerySharing } from '../saved.enums.ts';
import { documentFields, FOLDER_MAX, folderField, titleFields } from '../saved.inputs.ts';
import { SavedQueryPayload } from '../saved-query.payload.ts';
import { checkSharing } from '../sharing.ts';

const SaveQueryInput = builder.inputType('SaveQueryInput', {
  description: 'คำถามที่จะบันทึก · A query to save.',
  fields: (t) => ({
    ...titleFields(t),
    ...documentFields(t),
    sharedWith: t.field({
      type: QuerySharing,
      description: 'ผู้ที่เปิดได้ ไม่ระบุ = เฉพาะเจ้าของ · With whom it is shared; its owner alone when left out.',
    }),
    folder: folderField(t),
  }),
});

act({
  name: 'saveQuery',
  description:
    'บันทึกคำถามไว้รันอีก เป็นรุ่นที่ 1 · Saves a query to run again, as its version 1. It belongs to whoever saves it, where that person acts.',
  by: isKeeperOfQueries,
  on: onCity,
  errors: {
    INVALID_INPUT:
      'คำถามไม่ตรงกับระบบ เกินขนาด หรือไม่ใช่การสอบถาม · the document does not fit the schema or the limits, or is no query',
  },
  input: SaveQueryInput,
  payload: SavedQueryPayload,
  work: async ({ sharedWith: shared, ...input }, tx) => {
    const { db, accountId, context } = tx;
    const agencyId = placeOf(tx);
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const titleEn = check.optionalText('titleEn', input.titleEn, { max: NAME_MAX });
    const folder = check.optionalText('folder', input.folder, { max: FOLDER_MAX });
    const sharedWith = checkSharing(check, shared ?? 'ONLY_ME', agencyId);
    const version = await checkedDocument(check, input, context);
    const count = await db.savedQuery.count({ where: { ownerId: accountId, agencyId } });
    checkMaxCount(check, 'titleTh', { count, max: most.queriesOfPerson });
    check.refuse();
    const { id } = await db.savedQuery.create({
      data: { agencyId, ownerId: accountId, titleTh, titleEn, folder, sharedWith },
      select: { id: true },
    });
    await db.savedQueryVersion.create({ data: { ...version, savedQueryId: id, agencyId, number: 1 } });
    return { id };
  },
});
