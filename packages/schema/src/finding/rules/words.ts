import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thaiDate } from '../../calendar/thai-date.logic.ts';

/** How dates and amounts are said in the messages of findings; each takes an SQL expression and gives one of text. */

const monthsTh = Array.from({ length: 12 }, (_, month) => thaiDate(new Date(Date.UTC(2026, month, 1))).split(' ')[1]);

const monthTh = (day: string): string =>
  `(ARRAY['${monthsTh.join("','")}'])[extract(month FROM ${day})::int] || ' ' || (extract(year FROM ${day})::int + 543)`;

export const dayTh = (day: string): Prisma.Sql => Prisma.raw(`extract(day FROM ${day})::int || ' ' || ${monthTh(day)}`);

export const dayEn = (day: string): Prisma.Sql => Prisma.raw(`to_char(${day}, 'FMDD FMMonth YYYY')`);

export const monthYearTh = (day: string): Prisma.Sql => Prisma.raw(monthTh(day));

export const monthYearEn = (day: string): Prisma.Sql => Prisma.raw(`to_char(${day}, 'FMMonth YYYY')`);

export const amount = (value: string): Prisma.Sql =>
  Prisma.raw(`rtrim(to_char(${value}, 'FM999,999,999,999,990.99'), '.')`);
