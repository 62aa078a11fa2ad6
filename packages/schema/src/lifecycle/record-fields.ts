import { builder } from '../core/builder.ts';
import type { Context } from '../core/context.ts';
import type { FieldProblem } from '../core/message.logic.ts';
import { ownContent } from '../tenancy/content.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { type ContentChange, changesOf } from './content-changes.logic.ts';
import { actsOpen, type RecordAct, type RecordStatusName, recordLifecycle } from './lifecycle.logic.ts';
import type { RecordLink } from './record-slice.ts';

export type MissingPart = FieldProblem & { readonly code: string };

export const SubmissionProblem = builder.objectRef<MissingPart>('SubmissionProblem').implement({
  description: 'สิ่งที่ยังขาดก่อนส่ง · Something that is missing before a record can be submitted.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'รหัส · Code of the check, for example RISK_UNASSESSED.' }),
    field: t.exposeString('field', { description: 'ตำแหน่ง · Where, by its path in the record.' }),
    messageTh: t.string({ description: 'ข้อความภาษาไทย · What to do, in Thai.', resolve: ({ message }) => message.th }),
    messageEn: t.string({
      description: 'ข้อความภาษาอังกฤษ · What to do, in English.',
      resolve: ({ message }) => message.en,
    }),
  }),
});

/** What the viewer may do with a record of its own agency, or as the centre, along its life cycle. */
export const openRecordActs = ({ viewer }: Context, status: RecordStatusName): RecordAct[] =>
  actsOpen(recordLifecycle, status, viewer.roles);

/** What changed in a record of the viewer's agency since one of its editions; null when there is no such edition, or for others. */
export async function changesSince(
  context: Context,
  record: { kind: 'PLAN' | 'SWOT_ANALYSIS' | 'RISK_REGISTER'; id: string; link: RecordLink },
  number: number,
): Promise<ContentChange[] | null> {
  const [edition, content] = await Promise.all([
    agencyDb(context).edition.findFirst({ where: { ...record.link, number }, select: { content: true } }),
    ownContent(context, record),
  ]);
  return edition && content ? changesOf(JSON.parse(edition.content), JSON.parse(content)) : null;
}
