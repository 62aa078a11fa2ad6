import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Message } from '../../base/message.logic.ts';
import { type NumberFigure, numberFigures } from '../../tenancy/sql-builder/group-question.ts';
import { builder } from '../builder.ts';
import type { Where } from '../filters/where.logic.ts';
import { GROUP_KEYS_MAX } from '../limits.ts';
import { groupObject } from './group-object.ts';
import { entriesOf, type Grouping } from './grouping.ts';
import type { KeysRow } from './key.ts';
import { COUNT, DISTINCT, type NumberField, numberFields, wordOf } from './measures.ts';

/** Figures of a group by the names of their measures: whole numbers, or exact numbers as text. */
export type Figures = Readonly<Record<string, string | number | null>>;
export type Label = Message & { readonly key: string };
export type Group = {
  readonly keys: KeysRow;
  readonly labels: () => readonly Label[];
  readonly figures: Figures;
  readonly where: () => Where;
  readonly isSample: boolean;
};
export type Groups = { readonly groupCount: number; readonly groups: readonly Group[] };

/** The objects of a condition on a key: a path of relations, the column and its operators. */
const OBJECTS_OF_KEY = 5;

type Numbers = { readonly field: NumberField; readonly figures: Figures };

const amountIn = (value: string | number | null | undefined): Prisma.Decimal | null =>
  value === null || value === undefined ? null : new Prisma.Decimal(value);

const about = ({ subject: { th, en } }: Grouping, thai: string, english: string): string =>
  `${thai}ของกลุ่ม${th} · ${english} of a group of ${en}.`;

const keysRef = (grouping: Grouping) =>
  groupObject<KeysRow>(`${grouping.name}GroupKeys`).implement({
    description: `สิ่งที่รายการในกลุ่มมีเหมือนกัน มีค่าเฉพาะที่ใช้จัดกลุ่ม null = ไม่มีค่า หรือไม่ได้จัดกลุ่มตามนั้น · What the ${grouping.subject.en} of a group have in common: only what they are grouped by has a value; null where they have none.`,
    fields: (t) =>
      Object.fromEntries(entriesOf(grouping.keys).map(([name, key]) => [name, key.field(t, name, key.description)])),
  });

const labelRef = (grouping: Grouping, keyRef: ReturnType<typeof keyEnum>) =>
  groupObject<Label>(`${grouping.name}GroupLabel`).implement({
    description: about(grouping, 'ชื่อเรียกค่า', 'What people call a value'),
    fields: (t) => ({
      key: t.expose('key', { type: keyRef, description: 'ชื่อเรียกของสิ่งใด · Of which key.' }),
      th: t.exposeString('th', {
        description: 'ภาษาไทย ไม่ระบุ = ไม่มีค่า · In Thai; rows without a value have a label too.',
      }),
      en: t.exposeString('en', { description: 'ภาษาอังกฤษ · In English; "Not stated" for rows without a value.' }),
    }),
  });

const distinctRef = (grouping: Grouping) =>
  groupObject<Figures>(`${grouping.name}GroupDistinct`).implement({
    description: about(grouping, 'จำนวนที่ไม่ซ้ำ', 'How many different ones'),
    fields: (t) =>
      Object.fromEntries(
        entriesOf(grouping.distinct).map(([name, { description }]) => [
          name,
          t.int({ description, resolve: (figures) => Number(figures[`${DISTINCT}.${name}`] ?? 0) }),
        ]),
      ),
  });

const numbersRef = (grouping: Grouping) =>
  groupObject<Numbers>(`${grouping.name}GroupNumbers`).implement({
    description: about(grouping, 'ตัวเลข', 'A figure for each number'),
    fields: (t) =>
      Object.fromEntries(
        entriesOf(grouping.numbers).map(([name, { description }]) => [
          name,
          t.field({
            type: 'Decimal',
            nullable: true,
            description,
            resolve: ({ field, figures }) => amountIn(figures[`${field}.${name}`]),
          }),
        ]),
      ),
  });

/** The keys as values to choose from; each is called as the field that shows it. */
export const keyEnum = ({ name, subject, keys }: Grouping) =>
  builder.enumType(`${name}GroupKey`, {
    description: `สิ่งที่ใช้จัดกลุ่ม${subject.th} · What ${subject.en} can be grouped by.`,
    values: Object.fromEntries(entriesOf(keys).map(([key, { description }]) => [key, { value: key, description }])),
  });

const rounded: ReadonlySet<NumberFigure> = new Set(['AVG', 'MEDIAN']);

function describeFigure(figure: NumberFigure): string {
  const { th, en } = wordOf(figure);
  const isRounded = rounded.has(figure);
  return [
    `${th}${isRounded ? ' ปัดเป็นทศนิยมสองตำแหน่ง' : ''} ว่างเมื่อไม่มีรายการใดมีตัวเลขนี้`,
    `${en}${isRounded ? ', rounded to two decimals' : ''}; null where no row has the number.`,
  ].join(' · ');
}

/** The types that a grouping is answered with. */
export function outputTypes(grouping: Grouping, keyRef: ReturnType<typeof keyEnum>) {
  const { name, subject, numbers, distinct } = grouping;
  const Keys = keysRef(grouping);
  const LabelRef = labelRef(grouping, keyRef);
  const Distinct = Object.keys(distinct).length > 0 ? distinctRef(grouping) : null;
  const NumbersRef = Object.keys(numbers).length > 0 ? numbersRef(grouping) : null;
  const Group = groupObject<Group>(`${name}Group`).implement({
    description: `กลุ่มของ${subject.th}ที่มีค่าเหมือนกัน · A group of ${subject.en} that have the same values.`,
    fields: (t) => ({
      keys: t.expose('keys', { type: Keys, description: 'ค่าที่ใช้จัดกลุ่ม · The values that it is grouped by.' }),
      labels: t.field({
        type: [LabelRef],
        resolve: ({ labels }) => labels(),
        listSize: GROUP_KEYS_MAX,
        description: 'ชื่อเรียกของค่าที่ใช้จัดกลุ่ม ตามลำดับ · What people call its values, in the order of `groupBy`.',
      }),
      count: t.int({
        description: 'จำนวนรายการ · Number of rows.',
        resolve: ({ figures }) => Number(figures[COUNT] ?? 0),
      }),
      ...(Distinct && {
        countDistinct: t.expose('figures', {
          type: Distinct,
          description: 'จำนวนที่ไม่ซ้ำ · How many different ones its rows have.',
        }),
      }),
      ...(NumbersRef &&
        Object.fromEntries(
          numberFigures.map((figure) => [
            numberFields[figure],
            t.field({
              type: NumbersRef,
              description: describeFigure(figure),
              resolve: ({ figures }) => ({ field: numberFields[figure], figures }),
            }),
          ]),
        )),
      where: t.field({
        type: 'JSON',
        resolve: ({ where }) => where(),
        weight: (objectsOfFilters) => objectsOfFilters + OBJECTS_OF_KEY * GROUP_KEYS_MAX,
        description: `เงื่อนไขที่แสดงรายการของกลุ่มนี้ ส่งให้รายการ${subject.th}ได้ตามเดิม · The condition that lists the rows of the group: give it to the list of ${subject.en} as \`where\`.`,
      }),
      isSample: t.exposeBoolean('isSample', {
        description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented rows of sample agencies are in it.',
      }),
    }),
  });
  return groupObject<Groups>(`${name}Groups`).implement({
    description: `${subject.th}ที่จัดกลุ่มแล้ว · Groups of ${subject.en}.`,
    fields: (t) => ({
      groupCount: t.exposeInt('groupCount', {
        description:
          'จำนวนกลุ่มทั้งหมดที่ตรงเงื่อนไข ไม่ใช่เฉพาะที่แสดง · Number of all groups that meet `having`, not of the first alone.',
      }),
      groups: t.expose('groups', {
        type: [Group],
        listSize: 'ASKED',
        description: 'กลุ่มแรกตามลำดับ · The first groups, in order.',
      }),
    }),
  });
}
