import type { InputRef } from '@pothos/core';
import { type NumberFigure, numberFigures } from '../../tenancy/sql-builder/group-question.ts';
import { builder } from '../builder.ts';
import { orderFields } from '../filters/inputs.ts';
import type { Order } from '../filters/rank.logic.ts';
import { DecimalFilter, IntFilter } from '../filters/value-filters.ts';
import type { Where } from '../filters/where.logic.ts';
import { entriesOf, type Grouping } from './grouping.ts';
import { COUNT, DISTINCT, measuresOf, numberFields, orderName, wordOf } from './measures.ts';

/** Conditions on figures of a group: each by the field that shows it. */
export type Having = Readonly<Record<string, unknown>>;

type Fields = Readonly<Record<string, { readonly description: string }>>;

const figuresInput = (name: string, description: string, type: InputRef<Where>, fields: Fields) =>
  builder.inputRef<Having>(name).implement({
    description,
    fields: (t) =>
      Object.fromEntries(
        entriesOf(fields).map(([field, { description: text }]) => [field, t.field({ type, description: text })]),
      ),
  });

const figureTh = (figure: NumberFigure): string => {
  const { th, en } = wordOf(figure);
  return `เงื่อนไขของ${th} · Conditions on the ${en.toLowerCase()}.`;
};

/** `having`: conditions on how many rows a group has, and on its figures; all of them must hold. */
export function havingInput({ name, subject, numbers, distinct }: Grouping): InputRef<Having> {
  const Distinct =
    Object.keys(distinct).length > 0
      ? figuresInput(
          `${name}GroupDistinctHaving`,
          `เงื่อนไขของจำนวนที่ไม่ซ้ำในกลุ่ม${subject.th} · Conditions on how many different ones a group of ${subject.en} has.`,
          IntFilter,
          distinct,
        )
      : null;
  const Numbers =
    Object.keys(numbers).length > 0
      ? figuresInput(
          `${name}GroupNumbersHaving`,
          `เงื่อนไขของตัวเลขในกลุ่ม${subject.th} · Conditions on figures of a group of ${subject.en}.`,
          DecimalFilter,
          numbers,
        )
      : null;
  return builder.inputRef<Having>(`${name}GroupHaving`).implement({
    description: `เงื่อนไขของกลุ่ม${subject.th} ต้องเป็นจริงทุกข้อ · Which groups of ${subject.en} are told; all of it must hold.`,
    fields: (t) => ({
      [COUNT]: t.field({ type: IntFilter, description: 'เงื่อนไขของจำนวนรายการ · Conditions on the number of rows.' }),
      ...(Distinct && {
        [DISTINCT]: t.field({
          type: Distinct,
          description: 'เงื่อนไขของจำนวนที่ไม่ซ้ำ · Conditions on how many different ones there are.',
        }),
      }),
      ...(Numbers &&
        Object.fromEntries(
          numberFigures.map((figure) => [
            numberFields[figure],
            t.field({ type: Numbers, description: figureTh(figure) }),
          ]),
        )),
    }),
  });
}

/** `orderBy`: keys and figures. */
export function groupOrderInput(grouping: Grouping): InputRef<Order> {
  const { name, subject, keys, numbers, distinct } = grouping;
  const counted = { ...numbers, ...distinct };
  const figures = [...measuresOf(grouping)].map(([place, measure]) => {
    const of = counted[place.split('.')[1] ?? '']?.description ?? 'จำนวนรายการ · Number of rows.';
    const word = measure.figure === 'COUNT' || measure.figure === 'DISTINCT' ? null : wordOf(measure.figure);
    const [th = '', en = ''] = of.split(' · ');
    return [orderName(place), word ? `${word.th}ของ${th} · ${word.en}: ${en}` : of];
  });
  const named = [...entriesOf(keys).map(([key, { description }]) => [key, description]), ...figures];
  const field = builder.enumType(`${name}GroupOrderField`, {
    description: `ข้อมูลที่ใช้เรียงกลุ่ม${subject.th} · What groups of ${subject.en} can be ordered by.`,
    values: Object.fromEntries(named.map(([value, description]) => [value, { value, description }])),
  });
  return builder.inputRef<Order>(`${name}GroupOrder`).implement({
    description: `ลำดับของกลุ่ม${subject.th} · Order of groups of ${subject.en}.`,
    fields: (t) => orderFields(t, field, 'กลุ่ม', 'groups'),
  });
}
