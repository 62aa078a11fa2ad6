import type { InputRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { conditionTh } from './condition-words.logic.ts';
import type { Order } from './rank.logic.ts';
import type { Where } from './where.logic.ts';

const eq = 'เท่ากับ (null = ไม่มีค่า) · Equal; null asks for no value.';
const oneOf =
  'เป็นค่าใดค่าหนึ่ง (ไม่เกิน 250) รายการว่าง = ไม่มีรายการใดตรง · One of these, at most 250; an empty list matches nothing.';

type Operators = { description: string };
const orderedOperators = {
  gt: 'มากกว่า · Greater than.',
  gte: 'มากกว่าหรือเท่ากับ · Greater than or equal.',
  lt: 'น้อยกว่า · Less than.',
  lte: 'น้อยกว่าหรือเท่ากับ · Less than or equal.',
} as const;

function orderedFilter(
  name: string,
  type: 'Int' | 'Date' | 'DateTime' | 'Decimal' | 'FiscalYear',
  { description }: Operators,
): InputRef<Where> {
  return builder.inputRef<Where>(name).implement({
    description,
    fields: (t) => ({
      eq: t.field({ type, description: eq }),
      in: t.field({ type: [type], description: oneOf }),
      gt: t.field({ type, description: orderedOperators.gt }),
      gte: t.field({ type, description: orderedOperators.gte }),
      lt: t.field({ type, description: orderedOperators.lt }),
      lte: t.field({ type, description: orderedOperators.lte }),
    }),
  });
}

export const IntFilter = orderedFilter('IntFilter', 'Int', {
  description: 'เงื่อนไขของจำนวนเต็ม · Conditions on a whole number.',
});
export const DateFilter = orderedFilter('DateFilter', 'Date', { description: 'เงื่อนไขของวันที่ · Conditions on a date.' });
export const DateTimeFilter = orderedFilter('DateTimeFilter', 'DateTime', {
  description: 'เงื่อนไขของเวลา · Conditions on a moment.',
});
export const FiscalYearFilter = orderedFilter('FiscalYearFilter', 'FiscalYear', {
  description: 'เงื่อนไขของปีงบประมาณ · Conditions on a fiscal year.',
});

export const StringFilter = builder.inputRef<Where>('StringFilter').implement({
  description: 'เงื่อนไขของข้อความ · Conditions on a text.',
  fields: (t) => ({
    eq: t.string({ description: eq }),
    in: t.stringList({ description: oneOf }),
    contains: t.string({ description: 'มีข้อความนี้ ไม่แยกตัวพิมพ์ · Contains this text, whatever the case.' }),
    startsWith: t.string({ description: 'ขึ้นต้นด้วยข้อความนี้ · Begins with this text, whatever the case.' }),
  }),
});

/** Conditions on an enum: `{eq, in}`. */
export const enumFilter = (name: string, type: InputRef<string>): InputRef<Where> =>
  builder.inputRef<Where>(name).implement({
    description: 'เงื่อนไขของค่าที่กำหนด · Conditions on one of a fixed set of values.',
    fields: (t) => ({ eq: t.field({ type, description: eq }), in: t.field({ type: [type], description: oneOf }) }),
  });

/** A `where` input: the given fields, combined by `and`, `or` and `not`. */
export function whereInput(
  name: string,
  subject: { th: string; en: string },
  fields: Readonly<Record<string, InputRef<Where>>>,
): InputRef<Where> {
  const ref = builder.inputRef<Where>(name);
  return ref.implement({
    description: `เงื่อนไขของ${subject.th} · Conditions on ${subject.en}; several fields must all hold.`,
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(fields).map(([field, type]) => [
          field,
          t.field({ type, description: `เงื่อนไขของ${conditionTh(field)} · Condition on \`${field}\`.` }),
        ]),
      ),
      and: t.field({ type: [ref], description: 'ต้องเป็นจริงทุกข้อ · All of these hold.' }),
      or: t.field({
        type: [ref],
        description:
          'เป็นจริงอย่างน้อยหนึ่งข้อ รายการว่าง = ไม่มีรายการใดตรง · At least one of these holds; an empty list matches nothing.',
      }),
      not: t.field({
        type: ref,
        description: 'ต้องไม่เป็นจริง รวมรายการที่ไม่มีค่า · This does not hold; records without a value are included.',
      }),
    }),
  });
}

export const SortDirection = builder.enumType('SortDirection', {
  description: 'ทิศทางการเรียงลำดับ · Direction of an order.',
  values: {
    ASC: { value: 'asc', description: 'น้อยไปมาก · Ascending.' },
    DESC: { value: 'desc', description: 'มากไปน้อย · Descending.' },
  } as const,
});

/** An `orderBy` input over the given columns; Thai text sorts by the Thai dictionary. */
export function orderInput(
  name: string,
  subject: { th: string; en: string },
  columns: Readonly<Record<string, string>>,
): InputRef<Order> {
  const field = builder.enumType(`${name}Field`, {
    description: `ข้อมูลที่ใช้เรียง${subject.th} · What ${subject.en} can be ordered by.`,
    values: Object.fromEntries(
      Object.entries(columns).map(([column, description]) => [column, { value: column, description }]),
    ),
  });
  return builder.inputRef<Order>(name).implement({
    description: `ลำดับของ${subject.th} · Order of ${subject.en}.`,
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'เรียงตาม · What to order by.' }),
      direction: t.field({
        type: SortDirection,
        required: true,
        defaultValue: 'asc',
        description: 'ทิศทาง · Direction.',
      }),
    }),
  });
}
