import type { OutputRef } from '@pothos/core';
import type { GraphQLSchema } from 'graphql';
import type { Message } from '../../base/message.logic.ts';
import type { ColumnPath } from '../../tenancy/sql-builder/group-question.ts';
import type { Shape } from '../filters/where.logic.ts';
import { nameOfValue } from '../value-names.ts';
import { type GroupKey, type KeyValue, nested, numberIn, textIn } from './key.ts';

type EnumRef = OutputRef<string> & { readonly name: string };
type Texts = { readonly path: ColumnPath; readonly description: string; readonly titles?: readonly ColumnPath[] };

const equal = (path: ColumnPath) => (eq: KeyValue) => nested(path, { eq });

const named = (type: EnumRef, value: KeyValue, schema: GraphQLSchema): Message =>
  nameOfValue(schema, type.name, String(value));

/** A column of an enum. */
export const enumKey = (type: EnumRef, path: ColumnPath, description: string): GroupKey => ({
  description,
  source: { kind: 'COLUMN', path },
  field: (t, name, text) => t.field({ type, nullable: true, description: text, resolve: (keys) => textIn(keys[name]) }),
  label: ({ value }, schema) => named(type, value, schema),
  where: equal(path),
});

/** A state that is told by the day, as the filter of the list tells it. */
export function stateKey(type: EnumRef, field: string, { fields }: Shape, description: string): GroupKey {
  const state = fields[field];
  if (state?.kind !== 'STATE') throw new Error(`${field} is no state.`);
  const nameOf = (value: KeyValue | undefined): string | null =>
    typeof value === 'number' ? (state.states[value] ?? null) : null;
  return {
    description,
    source: {
      kind: 'STATE',
      // Asked anew each time: the day goes on.
      get conditions() {
        return state.states.map((each) => state.where([each]));
      },
    },
    field: (t, name, text) =>
      t.field({ type, nullable: true, description: text, resolve: (keys) => nameOf(keys[name]?.value) }),
    label: ({ value }, schema) => named(type, nameOf(value), schema),
    where: (value) => ({ [field]: { eq: nameOf(value) } }),
  };
}

/** A column of a fiscal year of the Buddhist era. */
export const fiscalYearKey = (path: ColumnPath, description: string): GroupKey => ({
  description,
  source: { kind: 'COLUMN', path },
  field: (t, name, text) =>
    t.field({ type: 'FiscalYear', nullable: true, description: text, resolve: (keys) => numberIn(keys[name]) }),
  label: ({ value }) => ({ th: `ปีงบประมาณ ${value}`, en: `Fiscal year ${value}` }),
  where: equal(path),
});

/** A column of texts, such as codes. Titles in Thai and English, where it has some, follow it in the label. */
export const textKey = ({ path, titles = [], description }: Texts): GroupKey => ({
  description,
  source: { kind: 'COLUMN', path, titles },
  field: (t, name, text) => t.string({ nullable: true, description: text, resolve: (keys) => textIn(keys[name]) }),
  label: ({ value, titles: [th, en] }) => ({ th: titled(value, th), en: titled(value, en) }),
  where: equal(path),
});

const titled = (value: KeyValue, title: string | null | undefined): string =>
  title ? `${value} ${title}` : `${value}`;

/** A column of whole numbers, with what they count: "มิติที่ 1", "Dimension 1". */
export const numberKey = ({ path, titles = [], description, unit }: Texts & { readonly unit: Message }): GroupKey => ({
  description,
  source: { kind: 'COLUMN', path, titles },
  field: (t, name, text) => t.int({ nullable: true, description: text, resolve: (keys) => numberIn(keys[name]) }),
  label: ({ value, titles: [th, en] }) => ({
    th: titled(`${unit.th} ${value}`, th),
    en: titled(`${unit.en} ${value}`, en),
  }),
  where: equal(path),
});
