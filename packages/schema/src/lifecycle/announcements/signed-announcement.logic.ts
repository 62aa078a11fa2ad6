import { type Appointment, lasts } from '../../agency/appointment.logic.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import type { FieldProblem } from '../../base/message.logic.ts';

export type SignerCapacity = 'HOLDER' | 'ACTING' | 'ON_BEHALF';

/** What an announcement has, as far as it is given. */
export type GivenAnnouncement = {
  readonly announcementKind?: string | null;
  readonly announcementNo?: string | null;
  readonly announcementAddress?: string | null;
  readonly signedByPositionId?: unknown;
  readonly signerCapacity?: SignerCapacity | null;
};

const wanted = {
  announcementKind: { th: 'ชนิดหนังสือ', en: 'kind' },
  announcementNo: { th: 'เลขที่', en: 'number' },
  announcementAddress: { th: 'ที่อยู่', en: 'address' },
  signedByPositionId: { th: 'ตำแหน่งผู้ลงนาม', en: 'position that signed it' },
  signerCapacity: { th: 'ฐานะผู้ลงนาม', en: 'capacity of its signer' },
} as const satisfies Record<keyof GivenAnnouncement, { th: string; en: string }>;

/** What an announcement lacks: an order is announced by a paper that can be found and has a responsible signer. */
export const problemsOfAnnouncement = (given: GivenAnnouncement): FieldProblem[] =>
  Object.entries({ ...absent, ...given }).flatMap(([field, value]) =>
    isWanted(field) && (value === null || value === undefined)
      ? [{ code: 'ANNOUNCEMENT_INCOMPLETE', field, message: lacks(wanted[field]) }]
      : [],
  );

const absent = {
  announcementKind: null,
  announcementNo: null,
  announcementAddress: null,
  signedByPositionId: null,
  signerCapacity: null,
} as const satisfies GivenAnnouncement;

const isWanted = (field: string): field is keyof typeof wanted => field in wanted;

const lacks = ({ th, en }: { th: string; en: string }) =>
  withSource({ th: `โปรดระบุ${th}ของประกาศ`, en: `Give the ${en} of the announcement.` }, 'announcement');

type Signature = { readonly capacity: SignerCapacity; readonly on: Date };

/** One who signs for another position needs a recorded appointment in that capacity on that day. */
export const problemsOfAnnouncer = (
  { capacity, on }: Signature,
  appointments: readonly Pick<Appointment, 'capacity' | 'validFrom' | 'validTo'>[],
): FieldProblem[] =>
  capacity === 'HOLDER' || appointments.some((each) => each.capacity === capacity && lasts(each, on))
    ? []
    : [{ code: 'SIGNER_NOT_APPOINTED', field: 'signerCapacity', message: notAppointed }];

const notAppointed = withSource(
  {
    th: 'ไม่มีบันทึกว่าผู้ลงนามรักษาราชการแทนหรือปฏิบัติราชการแทนตำแหน่งใดในวันที่ประกาศ: บันทึกการแทนก่อน หรือลงนามในฐานะผู้ดำรงตำแหน่ง',
    en: 'No recorded appointment lets the signer act in this capacity on the day of the announcement: record it first, or have the holder sign.',
  },
  'acting',
);
