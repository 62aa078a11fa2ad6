import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { appointmentsOfPosition } from '../../agency/appointment.logic.ts';
import { invalidInput, notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import type { RecordLink } from '../record/record-slice.ts';
import { problemsOfPublication, withoutAnnouncement } from './announcement.logic.ts';
import { announcementFields, NUMBER_MAX } from './announcement.type.ts';
import { problemsOfAnnouncer } from './signed-announcement.logic.ts';

export const PublicationAnnouncementInput = builder.inputType('PublicationAnnouncementInput', {
  description: 'ประกาศที่ใช้เผยแพร่ · The announcement by which something is published.',
  fields: (t) => ({
    ...announcementFields(t),
    announcedOn: t.field({
      type: 'Date',
      description: 'วันที่ประกาศ ไม่ก่อนวันที่เห็นชอบ ไม่หลังวันนี้ · Date, from the day of the approval to today; needed.',
    }),
    bearsNoNumber: t.boolean({
      description: 'ประกาศไม่มีเลขที่ · Says that the announcement bears no number, in the place of `announcementNo`.',
    }),
  }),
});

type Given = typeof PublicationAnnouncementInput.$inferInput | null | undefined;

/** An announcement as an edition keeps it. */
export type Announcement = Required<
  Pick<
    Prisma.EditionUncheckedCreateInput,
    | 'announcementNo'
    | 'announcementKind'
    | 'announcementSignedById'
    | 'announcementSignerTitleTh'
    | 'announcementSignerCapacity'
    | 'announcementAddress'
  >
> & { readonly announcedOn: Date };

/** The day on which the centre approved a record last; null where no such act is on record. */
async function approvedOn({ db }: ActTransaction, link: RecordLink): Promise<Date | null> {
  const approval = await db.statusChange.findFirst({
    where: { ...link, act: 'APPROVE' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { at: true },
  });
  return approval && todayInBangkok(approval.at);
}

/** The announcement of a published record; all its problems are reported together. */
export async function announcementOf(tx: ActTransaction, link: RecordLink, given: Given): Promise<Announcement> {
  if (!given) throw invalidInput(withoutAnnouncement);
  const signer =
    given.signedByPositionId &&
    (await tx.db.position.findUnique({
      where: { id: given.signedByPositionId.id },
      select: { id: true, titleTh: true, actingFor: appointmentsOfPosition },
    }));
  if (given.signedByPositionId && !signer) throw notFound('announcement.signedByPositionId');

  const check = new Check('announcement.');
  const announcementNo = check.optionalText('announcementNo', given.announcementNo, { max: NUMBER_MAX }) ?? null;
  const announcementAddress = check.optionalText('announcementAddress', given.announcementAddress, { max: NAME_MAX });
  const { announcedOn, announcementKind, signerCapacity } = given;
  const days = { approvedOn: await approvedOn(tx, link), today: todayInBangkok() };
  check.include(problemsOfPublication({ ...given, announcementNo, announcementAddress }, days));
  if (signer && signerCapacity && announcedOn)
    check.include(problemsOfAnnouncer({ capacity: signerCapacity, on: announcedOn }, signer.actingFor));
  check.refuse();
  // What is absent was refused: the compiler does not see it.
  if (!signer || !signerCapacity || !announcedOn || !announcementKind || !announcementAddress)
    throw invalidInput(withoutAnnouncement);
  return {
    announcementKind,
    announcementNo,
    announcedOn,
    announcementSignedById: signer.id,
    announcementSignerTitleTh: signer.titleTh,
    announcementSignerCapacity: signerCapacity,
    announcementAddress,
  };
}
