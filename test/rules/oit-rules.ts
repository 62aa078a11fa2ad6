import { isEntryPublished } from '@registry/schema/entry/entry.logic.ts';
import { isAnswerCurrent } from '@registry/schema/oit/oit-answer.logic.ts';
import fc from 'fast-check';
import { daysNear, iso } from './generated.ts';
import { needed, rule, type TwiceSaid } from './twice-said.ts';

const year = fc.integer({ min: 2569, max: 2573 });
const entryStatus = fc.constantFrom(
  'DRAFT' as const,
  'IMPORTED' as const,
  'RECORDED' as const,
  'PUBLISHED' as const,
  'CORRECTING' as const,
);

/** Rules on what answers the OIT. */
export const oitRules: Readonly<Record<string, TwiceSaid>> = {
  'an entry is published': rule(
    'app.is_entry_published(g.status, g.published)',
    'status "EntryStatus", published date',
    fc.tuple(entryStatus, daysNear(1)).map(
      ([
        status,
        {
          days: [publishedOn = null],
        },
      ]) => ({
        given: { status, published: iso(publishedOn) },
        answer: isEntryPublished({ status, publishedOn }),
      }),
    ),
  ),
  'an answer to the OIT is up to date': rule(
    'app.is_oit_answer_current(g.is_published, g.covers_year, g.current_on, g.year, g.day)',
    'is_published boolean, covers_year boolean, current_on date, year integer, day date',
    fc
      .record({
        isPublished: fc.boolean(),
        coversYear: fc.boolean(),
        fiscalYear: year,
        near: daysNear(1),
        back: fc.boolean(),
      })
      .map(({ near: { day, days }, back, ...item }) => {
        const near = needed(days, 0, day);
        const yearBefore = new Date(Date.UTC(near.getUTCFullYear() - 1, near.getUTCMonth(), near.getUTCDate()));
        const currentOn = days[0] ? (back ? yearBefore : near) : null;
        return {
          given: {
            is_published: item.isPublished,
            covers_year: item.coversYear,
            current_on: iso(currentOn),
            year: item.fiscalYear,
            day: iso(day),
          },
          answer: isAnswerCurrent({ ...item, currentOn }, day),
        };
      }),
  ),
};
