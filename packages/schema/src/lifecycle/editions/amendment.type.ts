import { builder } from '../../graphql/builder.ts';
import { RoleEnum } from '../../graphql/enums.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import type { Context } from '../../tenancy/context.ts';
import { visibleRecordContent } from '../../tenancy/record-content.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import type { RecordSlice } from '../record/record-slice.ts';
import type { AmendmentBegun } from './amendment.loader.ts';
import { type ContentChange, changesOf } from './content-changes.logic.ts';
import { RecordChange } from './record-change.type.ts';
import { storedContent } from './stored-content.logic.ts';

/** A record of a kind, which its viewer has before them. */
export type LiveRecord = { readonly kind: RecordSlice['kind']; readonly agencyId: string; readonly id: string };

type Amendment = { readonly begun: AmendmentBegun; readonly record: LiveRecord; readonly slice: RecordSlice };

export const RecordAmendment = builder.objectRef<Amendment>('RecordAmendment').implement({
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
      resolve: (amendment, _args, context) => changesSinceBegun(context, amendment),
    }),
  }),
});

/**
 * An amendment that was begun before its beginning kept the content is compared with the latest edition, as the findings on what it
 * removes are: a published record said what its edition says.
 */
async function changesSinceBegun(context: Context, { begun, record, slice }: Amendment) {
  const db = agencyDb(context);
  const change = await db.statusChange.findUnique({ where: { id: begun.id }, select: { contentBefore: true } });
  const edition = change?.contentBefore
    ? null
    : await db.edition.findFirst({
        where: { ...slice.link(record.id), agencyId: record.agencyId },
        orderBy: { number: 'desc' },
        select: { content: true },
      });
  return changesSinceContent(context, change?.contentBefore ?? edition?.content, record);
}

/** What changed in a record since it said something; null when that, or the record, is not there for the viewer. */
export async function changesSinceContent(
  context: Context,
  before: string | null | undefined,
  record: LiveRecord,
): Promise<ContentChange[] | null> {
  if (!before) return null;
  const now = await visibleRecordContent(context, record);
  return now === null ? null : changesOf(storedContent(before), JSON.parse(now)).slice(0, most.changesShown);
}
