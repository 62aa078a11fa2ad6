import type { Message } from '../base/message.logic.ts';
import type { Context } from '../tenancy/context.ts';

const messages = {
  OVERSEEN_ONLY: {
    th: 'ยอดรวมนับเฉพาะหน่วยงานที่ ศปท.กทม. กำกับ',
    en: 'Totals are about the agencies that the anti-corruption centre oversees, and no others.',
  },
  WITHOUT_SAMPLES: {
    th: 'ยอดรวมไม่นับหน่วยงานตัวอย่างที่แต่งขึ้น',
    en: 'Totals leave out the invented agencies of kind SAMPLE.',
  },
  BUILT_ON_SAMPLES: {
    th: 'คำตอบนี้มีข้อมูลตัวอย่างที่แต่งขึ้น ไม่ใช่ข้อมูลจริงของกรุงเทพมหานคร',
    en: 'This answer is built on invented figures of sample agencies: they are not those of the city.',
  },
} satisfies Record<string, Message>;

export type NoticeCode = keyof typeof messages;

/** What has to be known to read an answer rightly: `extensions.notices` says it beside the data. */
const noticed = new WeakMap<Context, Set<NoticeCode>>();

export function notice(context: Context, code: NoticeCode): void {
  const whole = context.request ?? context;
  const codes = noticed.get(whole) ?? new Set();
  noticed.set(whole, codes.add(code));
}

/** What was noticed while a query was run within a request is said of the request. */
export function shareNotices(from: Context, to: Context): void {
  for (const code of noticed.get(from) ?? []) notice(to, code);
}

/** Everything that was noticed while a request was answered, in a steady order. */
export function noticesOf(
  context: Context,
  language: 'th' | 'en',
): { readonly code: NoticeCode; readonly message: string }[] {
  const codes = noticed.get(context);
  if (!codes) return [];
  return [...codes].sort().map((code) => ({ code, message: messages[code][language] }));
}
