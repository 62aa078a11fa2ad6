import { buddhistYear } from './buddhist-year.logic.ts';
import { thaiDigits } from './digits.logic.ts';

const monthNames = [
  ['มกราคม', 'ม.ค.'],
  ['กุมภาพันธ์', 'ก.พ.'],
  ['มีนาคม', 'มี.ค.'],
  ['เมษายน', 'เม.ย.'],
  ['พฤษภาคม', 'พ.ค.'],
  ['มิถุนายน', 'มิ.ย.'],
  ['กรกฎาคม', 'ก.ค.'],
  ['สิงหาคม', 'ส.ค.'],
  ['กันยายน', 'ก.ย.'],
  ['ตุลาคม', 'ต.ค.'],
  ['พฤศจิกายน', 'พ.ย.'],
  ['ธันวาคม', 'ธ.ค.'],
] as const;

export type ThaiDateStyle = {
  /** long: ๑ ตุลาคม ๒๕๖๖; short: ๑ ต.ค. ๖๖. */
  readonly form?: 'long' | 'short';
  /** Official letters are written in Thai digits. */
  readonly digits?: 'thai' | 'arabic';
};

/** A day in the Buddhist era, as Thai documents write it. */
export function thaiDate(day: Date, { form = 'long', digits = 'thai' }: ThaiDateStyle = {}): string {
  const [long, short] = monthNames[day.getUTCMonth()] ?? ['', ''];
  const year = String(buddhistYear(day));
  const text =
    form === 'long' ? `${day.getUTCDate()} ${long} ${year}` : `${day.getUTCDate()} ${short} ${year.slice(-2)}`;
  return digits === 'thai' ? thaiDigits(text) : text;
}

const bangkokTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Bangkok',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The time of day in Bangkok of a moment: ๑๔:๐๕ น. */
export function thaiTime(moment: Date, digits: 'thai' | 'arabic' = 'thai'): string {
  const text = `${bangkokTime.format(moment)} น.`;
  return digits === 'thai' ? thaiDigits(text) : text;
}
