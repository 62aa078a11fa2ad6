import { createHash } from 'node:crypto';
import { invalidInput, notFound } from '../../base/errors.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';
import { recordContent } from '../../tenancy/record-content.ts';
import type { Announcement } from '../announcements/announcement.ts';
import type { RecordAct } from '../lifecycle.logic.ts';
import type { LifecycleRecord, RecordSlice } from '../record/record-slice.ts';
import { noteStatusChange } from '../record/record-state.ts';
import { requireStep } from './step-guards.ts';

/** A check in the course of a step; it refuses the step by throwing. */
export type Asked = (record: LifecycleRecord, tx: ActTransaction) => Promise<void>;

type Step = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly comment?: string | null;
  /** Checks before the record moves. */
  readonly first?: Asked | undefined;
};

/** Moves a record along its life cycle and notes who did it and what was said. */
export async function take(
  slice: RecordSlice,
  name: RecordAct,
  { id, expectedVersion, comment, first }: Step,
  tx: ActTransaction,
) {
  const [record] = await slice.find(tx.db, [id]);
  if (!record) throw notFound('id');
  const to = requireStep(slice, name, record);
  tx.requireRecordVersion(slice.model, id, expectedVersion);
  await first?.(record, tx);
  await requireVersion(slice.move(tx.db, { id, status: record.status }, to));
  // What was found on it depends on its status too: a step counts as an act on its content.
  if (tx.context.viewer.agency) tx.lockShared(slice.model, id);
  else tx.markChanged(record.agencyId, slice.model, id);
  const change = await noteStatusChange(tx, {
    of: slice.link(id),
    agencyId: record.agencyId,
    act: name,
    fromStatus: record.status,
    toStatus: to,
    comment,
    contentBefore: name === 'AMEND' ? await frozenContent(slice, record, tx) : null,
  });
  return { record, change };
}

const frozenContent = ({ kind }: RecordSlice, { agencyId, id }: LifecycleRecord, { transaction }: ActTransaction) =>
  recordContent(transaction, { kind, agencyId, id });

type Publication = { readonly noteTh: string | null; readonly announcement: Announcement };

/** What the content of an edition says of its announcement. */
const told = (announcement: Announcement) => ({
  kind: announcement.announcementKind,
  no: announcement.announcementNo,
  announcedOn: announcement.announcedOn.toISOString().slice(0, 10),
  signerTitleTh: announcement.announcementSignerTitleTh,
  signerCapacity: announcement.announcementSignerCapacity,
  address: announcement.announcementAddress,
});

/** Freezes the record as its next edition. */
export async function freeze(
  slice: RecordSlice,
  record: LifecycleRecord,
  { noteTh, announcement }: Publication,
  tx: ActTransaction,
): Promise<string> {
  const latest = await tx.db.edition.findFirst({
    where: { agencyId: record.agencyId, ...slice.link(record.id) },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  if (latest && !noteTh) {
    throw invalidInput({
      field: 'noteTh',
      message: { th: 'โปรดระบุเหตุที่ออกฉบับใหม่', en: 'Say why there is a new edition.' },
    });
  }
  const { agencyId, id: recordId } = record;
  const place = { kind: slice.kind, agencyId, id: recordId };
  const content = await recordContent(tx.transaction, place, { announcement: told(announcement) });
  if (content === null) throw notFound('id');
  const { id } = await tx.db.edition.create({
    data: {
      ...slice.link(record.id),
      agencyId,
      kind: slice.kind,
      number: (latest?.number ?? 0) + 1,
      fiscalYear: record.fiscalYear,
      titleTh: record.titleTh,
      content,
      contentHash: createHash('sha256').update(content, 'utf8').digest('hex'),
      noteTh,
      ...announcement,
      accountId: tx.accountId,
    },
    select: { id: true },
  });
  return id;
}
