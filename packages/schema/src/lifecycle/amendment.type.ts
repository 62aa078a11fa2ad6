import { builder } from '../core/builder.ts';
import type { Context } from '../core/context.ts';
import { RoleEnum } from '../core/enums.ts';
import { most } from '../core/limits/parts.logic.ts';
import { contentNow } from '../tenancy/content.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import type { AmendmentBegun } from './amendment.loader.ts';
import { type ContentChange, changesOf } from './content-changes.logic.ts';
import { RecordChange } from './record-change.type.ts';
import type { RecordSlice } from './record-slice.ts';

/** A record of a kind, which its viewer has before them. */
export type LiveRecord = { readonly kind: RecordSlice['kind']; readonly agencyId: string; readonly id: string };

export const RecordAmendment = builder
  .objectRef<{ readonly begun: AmendmentBegun; readonly record: LiveRecord }>('RecordAmendment')
  .implement({
    description:
      'การแก้ไขเพื่อออกฉบับใหม่ที่ยังไม่ได้รับความเห็นชอบ · An amendment that the centre has not approved yet. The record is seen by the same people as before while it is written and examined.',
    fields: (t) => ({
      since: t.field({
        type: 'DateTime',
        description: 'เปิดแก้ไขเมื่อ · When the record was reopened.',
        resolve: ({ begun }) => begun.at,
      }),
      byRole: t.field({
        type: RoleEnum,
        description: 'บทบาทของผู้เปิดแก้ไข · Role in which it was reopened.',
        resolve: ({ begun }) => begun.role,
      }),
      reason: t.string({
        nullable: true,
        description: 'เหตุผลที่เปิดแก้ไข · Why it was reopened.',
        resolve: ({ begun }) => begun.comment,
      }),
      changes: t.field({
        type: [RecordChange],
        nullable: true,
        description:
          'สิ่งที่เปลี่ยนตั้งแต่เปิดแก้ไข · What changed since it was reopened, also where no edition was published before; null when nothing was kept to compare with.',
        listSize: most.changesShown,
        resolve: ({ begun, record }, _args, context) => changesSinceBegun(context, begun, record),
      }),
    }),
  });

async function changesSinceBegun(context: Context, { id }: AmendmentBegun, record: LiveRecord) {
  const change = await agencyDb(context).statusChange.findUnique({ where: { id }, select: { contentBefore: true } });
  return changesSinceContent(context, change?.contentBefore, record);
}

/** What changed in a record since it said something; null when that, or the record, is not there for the viewer. */
export async function changesSinceContent(
  context: Context,
  before: string | null | undefined,
  record: LiveRecord,
): Promise<ContentChange[] | null> {
  if (!before) return null;
  const now = await contentNow(context, record);
  return now === null ? null : changesOf(JSON.parse(before), JSON.parse(now)).slice(0, most.changesShown);
}
