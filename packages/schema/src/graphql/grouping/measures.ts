import { type Measure, type NumberFigure, numberFigures } from '../../tenancy/sql-builder/group-question.ts';
import type { Grouping } from './grouping.ts';

/** The fields of a group that hold figures of its numbers. */
export const numberFields = { SUM: 'sum', AVG: 'avg', MIN: 'min', MAX: 'max', MEDIAN: 'median' } as const;
export type NumberField = (typeof numberFields)[NumberFigure];

const words: Readonly<Record<NumberFigure, { th: string; en: string }>> = {
  SUM: { th: 'ผลรวม', en: 'Sum' },
  AVG: { th: 'ค่าเฉลี่ย', en: 'Mean' },
  MIN: { th: 'ค่าน้อยที่สุด', en: 'Least' },
  MAX: { th: 'ค่ามากที่สุด', en: 'Greatest' },
  MEDIAN: { th: 'ค่ามัธยฐาน', en: 'Median' },
};

export const wordOf = (figure: NumberFigure) => words[figure];

/** A measure by where it stands in a group: `count`, `countDistinct.agencies`, `sum.score`. */
export type Measures = ReadonlyMap<string, Measure>;

export const COUNT = 'count';
export const DISTINCT = 'countDistinct';

/** The measure's name as a field to order by: `sumScore`. */
export const orderName = (place: string): string =>
  place.replace(`${DISTINCT}.`, 'count.').replace(/\.(.)/, (_dot, letter: string) => letter.toUpperCase());

/** All that can be told of the groups of a model. */
export function measuresOf({ numbers, distinct }: Grouping): Measures {
  const measures = new Map<string, Measure>([[COUNT, { figure: 'COUNT' }]]);
  for (const [name, { path }] of Object.entries(distinct))
    measures.set(`${DISTINCT}.${name}`, { figure: 'DISTINCT', path });
  for (const figure of numberFigures)
    for (const [name, { path }] of Object.entries(numbers))
      measures.set(`${numberFields[figure]}.${name}`, { figure, path });
  return measures;
}
