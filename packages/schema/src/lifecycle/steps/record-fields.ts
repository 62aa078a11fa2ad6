import { builder } from '../../graphql/builder.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { relatedList } from '../../graphql/paging/record-lists.ts';
import type { Context } from '../../tenancy/context.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { amendmentByRecordId } from '../editions/amendment.loader.ts';
import { changesSinceContent, type LiveRecord, RecordAmendment } from '../editions/amendment.type.ts';
import { EditionConnection, EditionOrder, EditionWhere, editionList } from '../editions/edition.type.ts';
import { RecordChange } from '../editions/record-change.type.ts';
import { newestChangeFirst } from '../history/status-change.type.ts';
import type { MissingPart } from '../record/missing-part.logic.ts';
import { isRegisterLike, type RecordSlice } from '../record/record-slice.ts';
import { recordOpenActs } from './open-acts.ts';
import { problemsOfClosing } from './step-guards.ts';

const SubmissionProblem = builder.objectRef<MissingPart>('SubmissionProblem').implement({
  description: 'สิ่งที่ยังขาดก่อนส่งหรือปิด · Something that is missing before a record can be submitted or closed.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'รหัส · Code of the check, for example RISK_UNASSESSED.' }),
    field: t.exposeString('field', {
      description:
        'ตำแหน่ง รายการนับจาก 0 ตามลำดับปกติ · Where, by its path in the record, for example `risks[0].causes`: lists count from 0 in their usual order, as inputs do.',
    }),
    nodeId: t.id({
      nullable: true,
      description:
        'รหัสของสิ่งที่ต้องแก้ไข · Global id of what is to be corrected: a risk, mitigation, project or SWOT item; null when it is the record as a whole.',
      resolve: ({ nodeId }) => nodeId,
    }),
    messageTh: t.string({ description: 'ข้อความภาษาไทย · What to do, in Thai.', resolve: ({ message }) => message.th }),
    messageEn: t.string({
      description: 'ข้อความภาษาอังกฤษ · What to do, in English.',
      resolve: ({ message }) => message.en,
    }),
  }),
});

/** What changed in a record since one of its editions; null when there is no such edition. */
async function changesSince(context: Context, slice: RecordSlice, record: LiveRecord, number: number) {
  const where = { ...slice.link(record.id), agencyId: record.agencyId, number };
  const edition = await agencyDb(context).edition.findFirst({ where, select: { content: true } });
  return changesSinceContent(context, edition?.content, record);
}

/** The fields that the life cycle gives a kind of record. */
export function recordFields(slice: RecordSlice): void {
  const { model, nameTh, nameEn } = slice;
  recordOpenActs(slice);
  if (!isRegisterLike(model)) return;
  builder.prismaObjectFields(model, (t) => ({
    statusChanges: t.relation('statusChanges', {
      description: 'ประวัติสถานะ ใหม่สุดก่อน · Changes of its status, newest first.',
      query: newestChangeFirst,
      listSize: most.statusChangesShown,
    }),
    editions: t.relatedConnection(
      'editions',
      {
        ...relatedList(editionList),
        description: `ฉบับที่เผยแพร่ของ${nameTh} · Published editions of the ${nameEn}.`,
        args: listArguments(EditionWhere, EditionOrder),
      },
      EditionConnection,
    ),
    missing: t.field({
      type: [SubmissionProblem],
      description: 'สิ่งที่ยังขาดก่อนส่งให้ ศปท.กทม. · What is missing before it can be submitted; empty when nothing is.',
      listSize: most.problemsShown,
      select: { id: true },
      resolve: async ({ id }, _args, context) =>
        (await slice.missing(agencyDb(context), [id])).get(id)?.slice(0, most.problemsShown) ?? [],
    }),
    missingToClose: t.field({
      type: [SubmissionProblem],
      description:
        'สิ่งที่ยังต้องทำก่อนปิด · What is in the way of closing it today: the fiscal year that has not ended, projects that have not; empty when nothing is.',
      listSize: most.problemsShown,
      select: { id: true },
      resolve: async ({ id }, _args, context) => {
        const db = agencyDb(context);
        const [record] = await slice.find(db, [id]);
        if (!record) return [];
        const unfinished = (await slice.unfinished?.(db, [id]))?.get(id);
        return problemsOfClosing(slice, record, unfinished).slice(0, most.problemsShown);
      },
    }),
    changes: t.field({
      type: [RecordChange],
      nullable: true,
      description:
        'สิ่งที่เปลี่ยนจากฉบับที่เผยแพร่ · What changed since an edition; null when there is no such edition. For whoever reads the record: the agency itself, and those who review it.',
      listSize: most.changesShown,
      args: { sinceEdition: t.arg.int({ required: true, description: 'ฉบับที่ใช้เทียบ · Number of the edition.' }) },
      select: { id: true, agencyId: true },
      resolve: (record, { sinceEdition }, context) =>
        changesSince(context, slice, { kind: slice.kind, ...record }, sinceEdition),
    }),
    amendment: t.field({
      type: RecordAmendment,
      nullable: true,
      description:
        'การแก้ไขเพื่อออกฉบับใหม่ที่ยังไม่ได้รับความเห็นชอบ · The amendment under way: from AMEND until the centre approves it; null when there is none.',
      select: { id: true, agencyId: true, isAmendment: true },
      resolve: async ({ isAmendment, ...record }, _args, context) => {
        const begun = isAmendment ? await amendmentByRecordId(context).load(record.id) : null;
        return begun && { begun, record: { kind: slice.kind, ...record }, slice };
      },
    }),
  }));
}
