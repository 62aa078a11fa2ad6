import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { SwotAnalysisPayload } from '../swot.payload.ts';
import { SwotItem } from '../swot.type.ts';
import { onWrittenItem } from '../swot-standing.ts';
import { closeRank, itemOfDraft } from '../swot-state.ts';

const RemoveInput = builder.inputType('RemoveSwotItemInput', {
  description: 'การลบรายการ · Removal of an item.',
  fields: (t) => ({
    itemId: t.globalID({ for: SwotItem, required: true, description: 'รายการที่ลบ · The item.' }),
    ...atVersion(t, 'item'),
  }),
});

act({
  name: 'removeSwotItem',
  description: `ลบรายการของการวิเคราะห์ รายการถัดไปเลื่อนขึ้น ${whileWritten.th} · Removes an item of an analysis ${whileWritten.en} with its links and the comments on it; those after it move up.`,
  by: isEditorOfAgency,
  on: onWrittenItem,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.analysis },
  input: RemoveInput,
  payload: SwotAnalysisPayload,
  removes: ({ itemId }) => itemId,
  work: async ({ itemId: { id }, expectedVersion }, tx) => {
    const item = await itemOfDraft(tx, id);
    await requireVersion(tx.db.swotItem.deleteMany({ where: { id, version: expectedVersion } }));
    await closeRank(tx, item);
    return { id: item.analysisId };
  },
});
