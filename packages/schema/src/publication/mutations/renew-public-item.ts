import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import type { EntryStatusName } from '../../entry/entry.logic.ts';
import { onEntryWhen } from '../../entry/entry-standing.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { PublicItemPayload } from '../publication.payload.ts';
import { PublicItem } from '../publication.type.ts';

const RenewPublicItemInput = builder.inputType('RenewPublicItemInput', {
  description: 'การปรับปรุงข้อมูลที่เผยแพร่ให้เป็นปัจจุบัน · That what is published was brought up to date where it stands.',
  fields: (t) => ({
    publicItemId: t.globalID({ for: PublicItem, required: true, description: 'ข้อมูลที่เผยแพร่ · The public item.' }),
    ...atVersion(t, 'public item'),
    currentOn: t.field({
      type: 'Date',
      required: true,
      description: 'ข้อมูลเป็นปัจจุบัน ณ วันที่ ไม่หลังวันนี้ · Day up to which it is current, not after today.',
    }),
  }),
});

function requirePublished(status: EntryStatusName): void {
  if (status !== 'PUBLISHED')
    throw illegalTransition(
      status,
      'ยังไม่เผยแพร่: แก้ไขวันที่ในรายการ',
      'It is not published: write the day into the item itself.',
    );
}

act({
  name: 'renewPublicItem',
  description:
    'บันทึกว่าข้อมูลที่เผยแพร่แล้วเป็นปัจจุบัน · Says up to which day something published is current, without opening it to be corrected.',
  by: isEditorOfAgency,
  on: onEntryWhen('PublicItem', requirePublished),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'ยังไม่เผยแพร่ · not published' },
  input: RenewPublicItemInput,
  payload: PublicItemPayload,
  work: async ({ publicItemId: { id }, expectedVersion, currentOn }, tx) => {
    const before = await tx.db.publicItem.findUnique({
      where: { id },
      select: { agencyId: true, status: true, currentOn: true },
    });
    if (!before) throw notFound('publicItemId');
    requirePublished(before.status);
    const check = new Check();
    check.notInFuture('currentOn', currentOn);
    check.inOrder('currentOn', before.currentOn, 'currentOn', currentOn);
    check.refuse();
    await requireVersion(
      tx.db.publicItem.updateMany({
        where: { id, version: expectedVersion },
        data: { currentOn, version: { increment: 1 } },
      }),
    );
    tx.markChanged(before.agencyId, 'PublicItem', id);
    return { id };
  },
});
