import type { Message } from '../base/message.logic.ts';

/** The first and the last year that the registry knows, in the common era. */
const YEAR_MIN = 1900;
const YEAR_MAX = 2200;
/** How far the Buddhist era is ahead of the common era. */
const BUDDHIST_ERA = 543;

const dateForm: Message = {
  th: 'วันที่ต้องเป็นรูปแบบ ปี ค.ศ.-เดือน-วัน เช่น 2023-10-01 ตั้งแต่ปี 1900 ถึง 2200',
  en: 'A Date is written YYYY-MM-DD in the common era, from 1900 to 2200, for example 2023-10-01.',
};
const momentForm: Message = {
  th: 'เวลาต้องเป็นรูปแบบ ISO 8601 พร้อมเขตเวลา เช่น 2023-10-01T09:00:00+07:00 ตั้งแต่ปี 1900 ถึง 2200',
  en: 'A DateTime is written in ISO 8601 with its offset, from 1900 to 2200, for example 2023-10-01T09:00:00+07:00.',
};

/** A day or a moment, or why the text is none. */
export type ReadDate = { readonly date: Date } | { readonly problem: Message };

/** The most common mistake in Thailand is a year of the Buddhist era: the message names the intended year. */
function problemOf(year: number, form: Message): Message {
  const meant = year - BUDDHIST_ERA;
  if (meant < YEAR_MIN || meant > YEAR_MAX) return form;
  return {
    th: `${form.th} (ปี พ.ศ. ${year} คือ ค.ศ. ${meant})`,
    en: `${form.en} ${year} of the Buddhist era is ${meant} in the common era.`,
  };
}

/** A day of the calendar. JavaScript would take 30 February for a day in March. */
function dayOf(text: string, form: Message): ReadDate {
  const year = Number(text.slice(0, 4));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { problem: form };
  if (year < YEAR_MIN || year > YEAR_MAX) return { problem: problemOf(year, form) };
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isReal ? { date } : { problem: form };
}

export const readDate = (text: string): ReadDate => dayOf(text, dateForm);

/** Hours end at 23, minutes and seconds at 59; no place on earth is further from UTC than 14 hours. */
const clock = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;

export function readMoment(text: string): ReadDate {
  const day = dayOf(text.slice(0, 10), momentForm);
  if ('problem' in day) return day;
  return clock.test(text.slice(10)) ? { date: new Date(text) } : { problem: momentForm };
}
