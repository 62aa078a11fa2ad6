import { invalidInput, type RegistryError } from '../base/errors.ts';
import { thaiDate, thaiTime } from '../base/thai-date.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';

const refusal = (th: string, en: string): RegistryError => invalidInput({ field: 'asOf', message: { th, en } });

export const inTheFuture = (): RegistryError =>
  refusal('asOf ต้องไม่เป็นเวลาในอนาคต', 'asOf is in the future: give a moment that has been.');

export const beforeTheRegistry = (began: Date): RegistryError =>
  refusal(
    `asOf อยู่ก่อนบันทึกแรกของทะเบียน (${thaiDate(todayInBangkok(began))} เวลา ${thaiTime(began)} น.)`,
    `asOf is before the first entry of the registry, of ${began.toISOString()}.`,
  );

/** Said of the few questions that only the database library knows how to ask. */
export const notAsOfMoment = (): RegistryError =>
  refusal('คำถามนี้ตอบย้อนเวลาไม่ได้', 'This question cannot be answered as of a moment: ask it without asOf.');
