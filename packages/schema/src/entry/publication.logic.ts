import type { PublicationChannel } from '@registry/prisma/generated/client/enums.ts';
import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';
import { isPage } from '../base/web-address.logic.ts';

type Publication = {
  readonly publishedOn: Date;
  readonly channels: readonly PublicationChannel[];
  readonly address: string;
};

/** The channels that are read at an address on the web. */
const onTheWeb: readonly PublicationChannel[] = ['WEBSITE', 'SOCIAL_MEDIA', 'ELECTRONIC_MEDIA'];

/** What is wrong with the place and day at which something was published. */
export function problemsOfPublication({ publishedOn, channels, address }: Publication, today: Date): FieldProblem[] {
  const checks: readonly [boolean, string, string, Message][] = [
    [publishedOn > today, 'PUBLISHED_LATER', 'publishedOn', messages.later],
    [channels.length === 0, 'NO_CHANNEL', 'channels', messages.channel],
    [
      channels.some((channel) => onTheWeb.includes(channel)) && !isPage(address),
      'NOT_A_PAGE',
      'address',
      messages.page,
    ],
  ];
  return checks.flatMap(([isWrong, code, field, message]) =>
    isWrong ? [{ code, field, message: withSource(message, 'registry') }] : [],
  );
}

const messages = {
  later: {
    th: 'วันที่เผยแพร่ต้องไม่อยู่หลังวันนี้: บันทึกเมื่อเผยแพร่แล้ว',
    en: 'Nothing is published in the future: say so once it is published.',
  },
  channel: { th: 'โปรดระบุช่องทางเผยแพร่อย่างน้อยหนึ่งช่องทาง', en: 'Name at least one channel of the publication.' },
  page: {
    th: 'สิ่งที่เผยแพร่ทางเว็บต้องมีที่อยู่เว็บ ขึ้นต้นด้วย https:// หรือ http:// ไม่เกิน 500 ตัวอักษร',
    en: 'What is published on the web has the address of a page: https:// or http://, at most 500 characters, without name and password.',
  },
} satisfies Record<string, Message>;
