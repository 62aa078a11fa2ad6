import { z } from 'zod';
import clocksFile from '../../data/clocks.json' with { type: 'json' };
import { identifier } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';

const clock = z
  .strictObject({
    code: z.string().min(1),
    document: z.string().regex(/^\d{3}$/),
    section: z.string().min(1),
    subjectTh: z.string().min(1),
    subjectEn: z.string().min(1),
    triggerTh: z.string().min(1),
    triggerEn: z.string().min(1),
    days: z.int().min(0).nullable(),
    calendar: z.enum(['WORKING', 'UNSPECIFIED', 'IMMEDIATE', 'AS_SOON_AS_POSSIBLE']),
    binds: z.enum(['OFFICIAL', 'PRIVATE_PERSON']),
    repeats: z.boolean(),
    recipientTh: z.string().min(1).nullable(),
    printed: z.string().min(1),
    noteTh: z.string().min(1).optional(),
  })
  .refine(({ calendar, days }) => (calendar === 'IMMEDIATE') === (days === 0), 'a clock of 0 days is IMMEDIATE')
  .refine(
    ({ calendar, days }) => (calendar === 'AS_SOON_AS_POSSIBLE') === (days === null),
    'a clock without days is AS_SOON_AS_POSSIBLE',
  );

const clockList = z
  .array(clock)
  .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, 'each code stands once');

export type Clock = Omit<z.output<typeof clock>, 'calendar' | 'document' | 'section' | 'printed' | 'noteTh'> & {
  id: string;
  calendar: 'WORKING' | 'CALENDAR' | 'IMMEDIATE' | 'AS_SOON_AS_POSSIBLE';
  sourceDocument: string;
  sourceSection: string;
  noteTh: string;
};

const calendarIsUnspecified = 'เอกสารไม่ระบุว่าเป็นวันทำการหรือวันปฏิทิน ทะเบียนนับเป็นวันปฏิทิน';

/** The time limits that the documents print, as rows of their table. Days that a document does not qualify count as calendar days. */
export const clocks: readonly Clock[] = parseData('clocks.json', clockList, clocksFile).map(
  ({ calendar, document, section, printed, noteTh, ...entry }) => ({
    ...entry,
    id: identifier(`clock:${entry.code}`),
    calendar: calendar === 'UNSPECIFIED' ? 'CALENDAR' : calendar,
    sourceDocument: document,
    sourceSection: section,
    noteTh: [`ข้อความในเอกสาร: “${printed}”`, calendar === 'UNSPECIFIED' ? calendarIsUnspecified : undefined, noteTh]
      .filter((sentence) => sentence !== undefined)
      .join(' · '),
  }),
);
