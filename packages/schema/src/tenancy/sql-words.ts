import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { namesIn } from '../base/meaning.logic.ts';
import { thaiDate } from '../base/thai-date.logic.ts';

/** Dates, amounts and enum values in the words of findings and tasks; each takes an SQL expression and returns one of text. */

const monthsTh = Array.from({ length: 12 }, (_, month) => thaiDate(new Date(Date.UTC(2026, month, 1))).split(' ')[1]);

const monthTh = (day: string): string =>
  `(ARRAY['${monthsTh.join("','")}'])[extract(month FROM ${day})::int] || ' ' || (extract(year FROM ${day})::int + 543)`;

export const dayTh = (day: string): Prisma.Sql => Prisma.raw(`extract(day FROM ${day})::int || ' ' || ${monthTh(day)}`);

export const dayEn = (day: string): Prisma.Sql => Prisma.raw(`to_char(${day}, 'FMDD FMMonth YYYY')`);

export const monthYearTh = (day: string): Prisma.Sql => Prisma.raw(monthTh(day));

export const monthYearEn = (day: string): Prisma.Sql => Prisma.raw(`to_char(${day}, 'FMMonth YYYY')`);

export const amount = (value: string): Prisma.Sql =>
  Prisma.raw(`rtrim(to_char(${value}, 'FM999,999,999,999,990.99'), '.')`);

type Meanings = Readonly<Record<string, string>>;

const wordsOf = (value: string, meanings: Meanings, word: (meaning: string) => string): Prisma.Sql =>
  Prisma.raw(
    `(CASE ${value}::text ${Object.entries(meanings)
      .map(([name, meaning]) => `WHEN '${name}' THEN '${word(meaning).replaceAll("'", "''")}'`)
      .join(' ')} END)`,
  );

/** What people call a value of an enum, by the meanings that the enum is described by. */
export const wordTh = (value: string, meanings: Meanings): Prisma.Sql =>
  wordsOf(value, meanings, (meaning) => namesIn(meaning).th);

export const wordEn = (value: string, meanings: Meanings): Prisma.Sql =>
  wordsOf(value, meanings, (meaning) => namesIn(meaning).en.toLowerCase());
