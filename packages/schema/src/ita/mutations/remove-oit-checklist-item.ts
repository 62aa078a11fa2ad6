import { isCityAdministrator } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { unlessAnswered } from '../oit/checklist-item.ts';
import { ItaRoundPayload } from '../oit/round.payload.ts';
import { OitChecklistItem } from '../oit/round.type.ts';

const RemoveOitChecklistItemInput = builder.inputType('RemoveOitChecklistItemInput', {
  description: 'การลบข้อของแบบตรวจ OIT · Removal of an item of an OIT checklist.',
  fields: (t) => ({
    itemId: t.globalID({
      for: OitChecklistItem,
      required: true,
      description: 'ข้อของแบบตรวจ · The item of the checklist.',
    }),
    ...atVersion(t, 'round'),
  }),
});

act({
  name: 'removeOitChecklistItem',
  description:
    'ลบข้อของแบบตรวจ OIT ที่บันทึกผิด ตราบที่ยังไม่มีหน่วยงานใดตอบหรือมีผลการตรวจ · Removes an item of an OIT checklist that should not be there, while no agency has answered it and no review of it is known. The version is that of the round.',
  by: isCityAdministrator,
  on: onAny('OitChecklistItem'),
  errors: { NOT_FOUND: true },
  input: RemoveOitChecklistItemInput,
  payload: ItaRoundPayload,
  removes: ({ itemId }) => itemId,
  work: async ({ itemId: { id }, expectedVersion }, { db }) => {
    const item = await db.oitChecklistItem.findUnique({ where: { id }, select: { roundId: true } });
    if (!item) throw notFound('itemId');
    const { roundId } = item;
    await requireVersion(
      db.itaRound.updateMany({ where: { id: roundId, version: expectedVersion }, data: { version: { increment: 1 } } }),
    );
    await unlessAnswered(db.oitChecklistItem.deleteMany({ where: { id } }));
    return { id: roundId };
  },
});
