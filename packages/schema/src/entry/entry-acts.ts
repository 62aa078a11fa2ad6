import { isApproverOfAgency, isEditorOfAgency } from '../access/access.rules.ts';
import { notFound } from '../base/errors.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { act } from '../graphql/acts/act.ts';
import type { ActErrors } from '../graphql/acts/act-errors.ts';
import { builder } from '../graphql/builder.ts';
import { atVersion } from '../graphql/inputs/at-version.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { requireVersion } from '../tenancy/act-transaction.ts';
import { PublicationChannel } from './entry.enums.ts';
import { DiscardEntryPayload } from './entry.payload.ts';
import type { EntrySlice } from './entry-slice.ts';
import { keepEntrySlice, onConfirmation, onEntryDraft, onEntryStep } from './entry-standing.ts';
import { requireEntryDraft, requireNothingMissing, requireUnnamed, takeEntry } from './entry-state.ts';
import { problemsOfPublication } from './publication.logic.ts';

const CHANNELS_MAX = 12;

const stepErrors: ActErrors = { NOT_FOUND: true, ILLEGAL_TRANSITION: true };

/** The entry of an act, at the version at which the client saw it. */
const entryAtVersion = ({ ref, nameTh, nameEn }: EntrySlice, t: InputFieldBuilder) => ({
  entryId: t.globalID({ for: ref, required: true, description: `รหัสของ${nameTh} · The ${nameEn}.` }),
  ...atVersion(t, nameEn),
});

/** Who sees an entry once it is confirmed. */
const seers = {
  CITY: 'the centre and analysts see it from then on',
  CENTRE: 'the centre sees it from then on',
  AGENCY: 'it stays with the agency',
} as const;

/** Confirms what an editor wrote. */
function recordEntry(slice: EntrySlice): void {
  const { model, payload, nameTh, nameEn, confidentialTo } = slice;
  const seenBy = seers[confidentialTo ?? 'CITY'];
  act({
    name: `record${model}`,
    description: `ยืนยัน${nameTh}ที่ผู้จัดทำข้อมูลบันทึกไว้ · Confirms the ${nameEn} that an editor wrote or corrected; ${seenBy}.`,
    by: isApproverOfAgency,
    on: onConfirmation(slice),
    errors: stepErrors,
    input: builder.inputType(`Record${model}Input`, {
      description: `การยืนยัน${nameTh} · Confirmation of a ${nameEn}.`,
      fields: (t) => entryAtVersion(slice, t),
    }),
    payload,
    work: async ({ entryId: { id }, expectedVersion }, tx) => {
      await takeEntry(slice, 'RECORD', { id, expectedVersion }, tx);
      requireNothingMissing((await slice.missing?.(tx.db, [id]))?.get(id));
      return { id };
    },
  });
}

const publishInputOf = (slice: EntrySlice) =>
  builder.inputType(`Publish${slice.model}Input`, {
    description: `การเผยแพร่${slice.nameTh} · Where and when a ${slice.nameEn} was published.`,
    fields: (t) => ({
      ...entryAtVersion(slice, t),
      publishedOn: t.field({
        type: 'Date',
        required: true,
        description: 'วันที่เผยแพร่ ไม่หลังวันนี้ · Day of the publication, not after today.',
      }),
      channels: t.field({
        type: [PublicationChannel],
        required: true,
        description: 'ช่องทาง อย่างน้อยหนึ่ง · Channels, at least one, each once.',
      }),
      address: t.string({
        required: true,
        description:
          'ที่อยู่ที่อ่านได้ ที่อยู่เว็บหรือสถานที่ ไม่เกิน 500 ตัวอักษร · Where it is read: the address of a page for the web, else the place; at most 500 characters.',
      }),
    }),
  });

/** Notes where and when an entry was published. */
function publishEntry(slice: EntrySlice): void {
  const { model, payload, nameTh, nameEn } = slice;
  act({
    name: `publish${model}`,
    description: `บันทึกการเผยแพร่${nameTh}ที่ยืนยันแล้ว · Notes that a confirmed ${nameEn} was published: when, through which channels, and where it is read.`,
    by: isApproverOfAgency,
    on: onEntryStep(slice, 'PUBLISH'),
    errors: stepErrors,
    input: publishInputOf(slice),
    payload,
    work: async ({ entryId: { id }, expectedVersion, publishedOn, ...input }, tx) => {
      const check = new Check();
      const publicationChannels = check.list('channels', input.channels, CHANNELS_MAX) ?? [];
      const publicationAddress = check.text('address', input.address, { max: NAME_MAX });
      const publication = { publishedOn, channels: publicationChannels, address: publicationAddress };
      check.include(problemsOfPublication(publication, todayInBangkok()));
      check.refuse();
      const published = { publishedOn, publicationChannels, publicationAddress };
      await takeEntry(slice, 'PUBLISH', { id, expectedVersion }, tx, published);
      return { id };
    },
  });
}

/** Opens what was confirmed to be corrected; nothing of it is hidden. */
function correctEntry(slice: EntrySlice): void {
  const { model, payload, nameTh, nameEn } = slice;
  act({
    name: `correct${model}`,
    description: `เปิดแก้ไข${nameTh}ที่ยืนยันแล้ว ยังเห็นได้เท่าเดิมระหว่างแก้ไข · Opens a confirmed ${nameEn} to be corrected, as CORRECTING: written like a draft, and seen by the same people as before.`,
    by: isApproverOfAgency,
    on: onEntryStep(slice, 'CORRECT'),
    errors: stepErrors,
    input: builder.inputType(`Correct${model}Input`, {
      description: `การเปิดแก้ไข${nameTh} · Opening of a ${nameEn} to be corrected.`,
      fields: (t) => ({
        ...entryAtVersion(slice, t),
        reason: t.string({
          required: true,
          description: 'เหตุที่แก้ไข เก็บไว้ในประวัติการแก้ไข · Why it is corrected; kept in the audit trail.',
        }),
      }),
    }),
    payload,
    reason: ({ reason }) => reason,
    work: async ({ entryId: { id }, expectedVersion, reason }, tx) => {
      const check = new Check();
      check.text('reason', reason, { max: TEXT_MAX });
      check.refuse();
      await takeEntry(slice, 'CORRECT', { id, expectedVersion }, tx);
      return { id };
    },
  });
}

/** Throws a draft away that nobody confirmed. */
function discardEntry(slice: EntrySlice): void {
  const { model, nameTh, nameEn } = slice;
  act({
    name: `discard${model}`,
    description: `ยกเลิกร่าง${nameTh}ที่ไม่เคยยืนยัน · Discards the draft of a ${nameEn} that was never confirmed.`,
    by: isEditorOfAgency,
    on: onEntryDraft(slice),
    errors: stepErrors,
    input: builder.inputType(`Discard${model}Input`, {
      description: `การยกเลิกร่าง${nameTh} · Discarding of a draft ${nameEn}.`,
      fields: (t) => entryAtVersion(slice, t),
    }),
    payload: DiscardEntryPayload,
    removes: ({ entryId }) => entryId,
    work: async ({ entryId: { id }, expectedVersion }, tx) => {
      const [entry] = await slice.find(tx.db, [id]);
      if (!entry) throw notFound('entryId');
      const { agencyId, status } = entry;
      requireEntryDraft(slice, status);
      requireUnnamed((await slice.namedBy?.(tx.db, [id]))?.get(id));
      await requireVersion(slice.remove(tx.db, { id, version: expectedVersion, status }));
      tx.markChanged(agencyId, model, id);
      return { agencyId };
    },
  });
}

/** What its life cycle gives a kind of entry: the mutations record, publish, correct and discard; what is confidential is not published. */
export function entryActs(slice: EntrySlice): void {
  keepEntrySlice(slice);
  recordEntry(slice);
  if (!slice.confidentialTo) publishEntry(slice);
  correctEntry(slice);
  discardEntry(slice);
}
