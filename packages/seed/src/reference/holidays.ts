import { z } from 'zod';
import holidaysFile from '../../data/holidays.json' with { type: 'json' };
import { day } from '../rows/calendar.ts';
import { parseData } from '../rows/parse-data.ts';

const holiday = z
  .strictObject({
    date: z.iso.date(),
    nameTh: z.string().min(1),
    nameEn: z.string().min(1),
    kind: z.enum(['FIXED', 'LUNAR', 'SUBSTITUTE', 'SPECIAL']),
    certain: z.boolean(),
    sourceTh: z.string().min(1),
  })
  .refine(
    ({ certain, sourceTh }) => certain || sourceTh.includes('ต้องตรวจสอบกับประกาศของคณะรัฐมนตรี'),
    'the source of an uncertain holiday says that the announcement of the cabinet has to be checked',
  );

const holidayList = z
  .array(holiday)
  .refine(
    (list) => list.every(({ date }, index) => index === 0 || (list[index - 1]?.date ?? '') < date),
    'holidays stand in the order of their dates, each date once',
  );

export type Holiday = Omit<z.output<typeof holiday>, 'date'> & { date: Date };

/** The days on which government offices are closed, B.E. 2566-2570, as rows of their table. */
export const holidays: readonly Holiday[] = parseData('holidays.json', holidayList, holidaysFile).map((entry) => ({
  ...entry,
  date: day(entry.date),
}));
