import { thaiDate, thaiTime } from '../calendar/thai-date.logic.ts';
import type { Message } from '../core/message.logic.ts';
import { todayInBangkok } from '../core/today.logic.ts';

export type AuditAction = 'INSERT' | 'UPDATE' | 'DELETE';

/** A thing as a sentence names it: what it is, and which one, where that may be said. */
export type Named = { readonly label: Message; readonly name: string | null };

export type Told = {
  readonly who: Message;
  readonly action: AuditAction;
  readonly what: Named;
  /** The record that it is a part of. */
  readonly partOf: Named | null;
  /** The fields that were changed. */
  readonly fields: readonly Message[];
  readonly at: Date;
};

const verbs: Readonly<Record<AuditAction, Message>> = {
  INSERT: { th: 'เพิ่ม', en: 'added' },
  UPDATE: { th: 'แก้ไข', en: 'changed' },
  DELETE: { th: 'ลบ', en: 'removed' },
};

const bangkok = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Bangkok',
  dateStyle: 'long',
  timeStyle: 'short',
});

const naming = ({ label, name }: Named, language: keyof Message): string =>
  name === null ? label[language] : `${label[language]} ${name}`;

/** Who changed what, and when, as one sentence in each language. */
export function summaryOf({ who, action, what, partOf, fields, at }: Told): Message {
  const listed = (language: keyof Message, separator: string) =>
    fields.length > 0 ? `: ${fields.map((field) => field[language]).join(separator)}` : '';
  const th = `${verbs[action].th}${naming(what, 'th')}${partOf ? ` ของ${naming(partOf, 'th')}` : ''}`;
  const en = `${verbs[action].en} ${naming(what, 'en')}${partOf ? ` of ${naming(partOf, 'en')}` : ''}`;
  const day = thaiDate(todayInBangkok(at));
  // Official letters write the time with a full stop.
  const time = thaiTime(at).replace(':', '.');
  return {
    th: `${who.th} ${th}${listed('th', ', ')} เมื่อ ${day} เวลา ${time}`,
    en: `${who.en} ${en}${listed('en', '; ')} on ${bangkok.format(at)} in Bangkok`,
  };
}
