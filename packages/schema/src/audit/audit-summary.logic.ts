import type { Message } from '../base/message.logic.ts';
import { thaiDate, thaiTime } from '../base/thai-date.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import type { StepWords } from './audit-steps.logic.ts';

export type AuditAction = 'INSERT' | 'UPDATE' | 'DELETE';

/** A thing as a sentence names it: what it is, and which one, where that may be said. */
export type Named = { readonly label: Message; readonly name: string | null };

export type Told = {
  readonly who: Message;
  readonly action: AuditAction;
  readonly what: Named;
  /** The step of a life cycle that it is, which says more than that something was changed. */
  readonly step?: StepWords | null;
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
export function summaryOf({ who, action, step, what, partOf, fields, at }: Told): Message {
  const verb = step ? step.before : verbs[action];
  const behind = (language: keyof Message) => (step?.after[language] ? ` ${step.after[language]}` : '');
  const listed = (language: keyof Message, separator: string) =>
    fields.length > 0 ? `: ${fields.map((field) => field[language]).join(separator)}` : '';
  const th = `${verb.th}${naming(what, 'th')}${partOf ? ` ของ${naming(partOf, 'th')}` : ''}${behind('th')}`;
  const en = `${verb.en} ${naming(what, 'en')}${partOf ? ` of ${naming(partOf, 'en')}` : ''}${behind('en')}`;
  const day = thaiDate(todayInBangkok(at));
  // Official letters write the time with a full stop.
  const time = thaiTime(at).replace(':', '.');
  return {
    th: `${who.th} ${th}${listed('th', ', ')} เมื่อ ${day} เวลา ${time}`,
    en: `${who.en} ${en}${listed('en', '; ')} on ${bangkok.format(at)} in Bangkok`,
  };
}
