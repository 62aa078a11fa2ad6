import { type LegalSource, withSource } from '../../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../../base/message.logic.ts';
import { isPage } from '../../base/web-address.logic.ts';
import { type GivenAnnouncement, problemsOfAnnouncement } from './signed-announcement.logic.ts';

export type GivenPublication = GivenAnnouncement & {
  readonly announcedOn?: Date | null;
  readonly bearsNoNumber?: boolean | null;
};

type Days = {
  /** When the centre approved what is published; null where no such act is on record. */
  readonly approvedOn: Date | null;
  readonly today: Date;
};

const problem = (code: string, field: string, message: Message, source: LegalSource): FieldProblem => ({
  code,
  field,
  message: withSource(message, source),
});

/**
 * What the announcement of a publication lacks. Announcements of agencies often bear no number (document 002's does not): that has to be
 * stated, so that a number is not forgotten.
 */
export function problemsOfPublication(given: GivenPublication, { approvedOn, today }: Days): FieldProblem[] {
  const { announcedOn, announcementNo, announcementAddress, bearsNoNumber } = given;
  const problems = problemsOfAnnouncement(given).filter(({ field }) => !(bearsNoNumber && field === 'announcementNo'));
  if (bearsNoNumber && announcementNo)
    problems.push(problem('NUMBER_OF_UNNUMBERED', 'announcementNo', messages.numbered, 'announcement'));
  if (announcementAddress && !isPage(announcementAddress))
    problems.push(problem('ANNOUNCEMENT_NOT_A_PAGE', 'announcementAddress', messages.page, 'onWebsite'));
  if (!announcedOn) problems.push(problem('ANNOUNCEMENT_INCOMPLETE', 'announcedOn', messages.day, 'announcement'));
  else if (announcedOn > today)
    problems.push(problem('ANNOUNCED_LATER', 'announcedOn', messages.future, 'announcement'));
  else if (approvedOn && announcedOn < approvedOn)
    problems.push(problem('ANNOUNCED_BEFORE_APPROVAL', 'announcedOn', messages.early, 'registry'));
  return problems;
}

/** Said where no announcement is given at all. */
export const withoutAnnouncement: FieldProblem = {
  code: 'PUBLICATION_WITHOUT_ANNOUNCEMENT',
  field: 'announcement',
  message: withSource(
    {
      th: 'เผยแพร่ไม่ได้โดยไม่มีประกาศ: ระบุชนิด เลขที่ วันที่ ตำแหน่งและฐานะผู้ลงนาม และที่อยู่ของประกาศ',
      en: 'Nothing is published without its announcement: give its kind, number, date, the position and capacity of its signer, and its address.',
    },
    'announcement',
  ),
};

const messages = {
  numbered: {
    th: 'ระบุเลขที่ หรือระบุว่าประกาศไม่มีเลขที่ อย่างใดอย่างหนึ่ง',
    en: 'Give the number, or say that the announcement bears none: not both.',
  },
  page: {
    th: 'ที่อยู่ของประกาศต้องเป็นที่อยู่เว็บ ขึ้นต้นด้วย https:// หรือ http:// ไม่เกิน 500 ตัวอักษร',
    en: 'The address is that of a page: https:// or http://, at most 500 characters, without name and password.',
  },
  day: { th: 'โปรดระบุวันที่ของประกาศ', en: 'Give the date of the announcement.' },
  future: {
    th: 'วันที่ของประกาศต้องไม่อยู่หลังวันที่เผยแพร่',
    en: 'The announcement is not dated after the publication.',
  },
  early: {
    th: 'วันที่ของประกาศต้องไม่อยู่ก่อนวันที่ ศปท.กทม. เห็นชอบ',
    en: 'The announcement is not dated before the centre approved what is published.',
  },
} as const satisfies Record<string, Message>;
