import type { InputRef } from '@pothos/core';
import { builder } from '../builder.ts';
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

const DaysFromTodayFilter = builder.inputRef<Where>('DaysFromTodayFilter').implement({
  description:
    'เงื่อนไขเป็นจำนวนวันนับจากวันนี้ตามเวลากรุงเทพฯ (0 = วันนี้ 90 = อีก 90 วัน -30 = 30 วันก่อน) · Conditions in days from today in Bangkok: 0 is today, 90 in ninety days, -30 thirty days ago.',
  fields: (t) => ({
    eq: t.int({ description: eq }),
    gt: t.int({ description: orderedOperators.gt }),
    gte: t.int({ description: orderedOperators.gte }),
    lt: t.int({ description: orderedOperators.lt }),
    lte: t.int({ description: orderedOperators.lte }),
  }),
});

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
      ...(type === 'Date' || type === 'DateTime'
        ? {
            today: t.field({
              type: DaysFromTodayFilter,
              description:
                'จำนวนวันนับจากวันนี้ เช่น ตั้งแต่วันนี้ถึงอีก 90 วัน · In days from today: `{gte: 0, lte: 90}` is from today until in ninety days.',
            }),
          }
        : {}),
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

export const DecimalFilter = orderedFilter('DecimalFilter', 'Decimal', {
  description: 'เงื่อนไขของจำนวนเงิน · Conditions on an amount.',
});

export const BooleanFilter = builder.inputRef<Where>('BooleanFilter').implement({
  description: 'เงื่อนไขของค่าใช่หรือไม่ใช่ · Conditions on yes or no.',
  fields: (t) => ({ eq: t.boolean({ description: eq }) }),
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

export const IdFilter = builder.inputRef<Where>('IdFilter').implement({
  description:
    'เงื่อนไขของรหัสอ้างอิง (id) รหัสของข้อมูลประเภทอื่นถูกปฏิเสธ · Conditions on the id of a record, as the registry returned it. Anybody who may list the records may use it; one of another kind of record is refused with INVALID_INPUT.',
  fields: (t) => ({
    eq: t.id({ description: 'เป็นรายการนี้ · This record.' }),
    in: t.idList({
      description:
        'เป็นรายการใดรายการหนึ่ง (ไม่เกิน 250) รายการว่าง = ไม่มีรายการใดตรง · One of these records, at most 250; an empty list matches nothing.',
    }),
  }),
});

const made = new Map<string, InputRef<Where>>();

/** The filter of a name, made when it is first asked for. */
function once(name: string, make: () => InputRef<Where>): InputRef<Where> {
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known;
}

/** Conditions on an enum: `{eq, in}`. */
export const enumFilter = (name: string, type: InputRef<string>): InputRef<Where> =>
  once(name, () =>
    builder.inputRef<Where>(name).implement({
      description: 'เงื่อนไขของค่าที่กำหนด · Conditions on one of a fixed set of values.',
      fields: (t) => ({ eq: t.field({ type, description: eq }), in: t.field({ type: [type], description: oneOf }) }),
    }),
  );

type ListedScalar = 'FiscalYear' | 'Int' | 'String';

/** Conditions on a list of values: `{has, hasSome}`. */
export const listedFilter = (name: string, type: InputRef<string> | ListedScalar): InputRef<Where> =>
  once(name, () =>
    builder.inputRef<Where>(name).implement({
      description: 'เงื่อนไขของรายการค่า · Conditions on a list of values.',
      fields: (t) => ({
        has: t.field({ type, description: 'มีค่านี้ · Contains this value.' }),
        hasSome: t.field({
          type: [type],
          description:
            'มีอย่างน้อยหนึ่งค่า รายการว่าง = ไม่มีรายการใดตรง · Contains at least one of these; an empty list matches nothing.',
        }),
      }),
    }),
  );

const scalarFilters: Readonly<Record<string, InputRef<Where>>> = {
  Int: IntFilter,
  Date: DateFilter,
  DateTime: DateTimeFilter,
  Decimal: DecimalFilter,
  FiscalYear: FiscalYearFilter,
  String: StringFilter,
  Boolean: BooleanFilter,
};

const isListed = (scalar: string): scalar is ListedScalar => ['FiscalYear', 'Int', 'String'].includes(scalar);

/** Conditions on a value of a scalar, or on a list of them; null where there are none. */
export function scalarFilter(scalar: string, isList: boolean): InputRef<Where> | null {
  if (!isList) return scalarFilters[scalar] ?? null;
  return isListed(scalar) ? listedFilter(`${scalar}ListFilter`, scalar) : null;
}

/** Conditions on the records that belong to one: `{some, none, every}`. */
export const listFilter = (
  name: string,
  { th, en }: { readonly th: string; readonly en: string },
  where: InputRef<Where>,
): InputRef<Where> =>
  once(name, () =>
    builder.inputRef<Where>(name).implement({
      description: `เงื่อนไขของ${th} ที่อยู่ภายใต้รายการ นับเฉพาะที่ผู้ถามเห็น · Conditions on the ${en} of a record; only those that the viewer may see count.`,
      fields: (t) => ({
        some: t.field({ type: where, description: 'มีอย่างน้อยหนึ่งรายการที่เป็นเช่นนี้ · At least one is like this.' }),
        none: t.field({ type: where, description: 'ไม่มีรายการใดที่เป็นเช่นนี้ · None is like this.' }),
        every: t.field({
          type: where,
          description: 'ทุกรายการเป็นเช่นนี้ รวมถึงเมื่อไม่มีรายการเลย · Every one is like this, also where there is none.',
        }),
      }),
    }),
  );
