import type { InputRef } from '@pothos/core';
import { type Column, models, type Relation } from '@registry/prisma/generated/model.ts';
import { beforeBuild } from '../before-build.ts';
import { builder } from '../builder.ts';
import { thaiLabel } from '../thai-label.logic.ts';
import { conditionTh } from './condition-words.logic.ts';
import { type DeclaredWhere, declaredWheres, whereInput } from './inputs.ts';
import { linkBehind, renamedLinks } from './links.ts';
import { recordLabels } from './record-labels.ts';
import { type ShownField, shownFields } from './shown-fields.ts';
import { enumFilter, IdFilter, listedFilter, listFilter, scalarFilter } from './value-filters.ts';
import type { Where } from './where.logic.ts';

/** A condition of a `where`, and what Thai readers call what it is about. */
type Filter = { readonly type: InputRef<Where>; readonly th: string };

/** Accounts are named where they act; what else they do is not asked here. */
const LEFT_OUT = new Set(['Account', 'Membership']);

/** What is kept as a whole: nobody compares it with a value. */
const UNTOLD = new Set(['Json', 'Bytes']);

const { configStore } = builder;

const isEnumRef = (ref: unknown): ref is InputRef<string> =>
  typeof ref === 'object' && ref !== null && 'kind' in ref && ref.kind === 'Enum';

function columnFilter(type: NonNullable<ShownField['column']>, { type: kept, isList }: Column): InputRef<Where> | null {
  if (UNTOLD.has(kept)) return null;
  const each = type.kind === 'List' ? type.type : type;
  if (each.kind !== 'Scalar' && each.kind !== 'Enum') return null;
  const { name } = configStore.getTypeConfig(each.ref);
  const ref = configStore.getInputTypeRef(each.ref);
  if (!isEnumRef(ref)) return scalarFilter(name, isList);
  return isList ? listedFilter(`${name}ListFilter`, ref) : enumFilter(`${name}Filter`, ref);
}

const labelOf = (type: string): string => thaiLabel(configStore.getTypeConfig(type).description ?? type);

function relationFilter(relation: Relation): InputRef<Where> | null {
  const { model, isList } = { ...relation, ...linkBehind(relation) };
  if (LEFT_OUT.has(model) || !configStore.hasImplementation(model)) return null;
  const subject = { th: labelOf(model), en: `records of type ${model}` };
  const where = declaredWheres.get(model)?.ref ?? whereInput(`${model}Where`, subject, {});
  return isList ? listFilter(`${model}ListFilter`, subject, where) : where;
}

function filterOf(type: string, { name, column }: ShownField): InputRef<Where> | null {
  const { columns, relations } = models[type] ?? {};
  if (column) return columns?.[name] ? columnFilter(column, columns[name]) : null;
  const relation = relations?.[renamedLinks(type)[name] ?? name];
  return relation ? relationFilter(relation) : null;
}

/** Records with an id can be named by it. */
const idFilters = (type: string): [string, Filter][] =>
  models[type]?.columns.id && configStore.getFields(type).has('id') ? [['id', { type: IdFilter, th: 'รหัสอ้างอิง' }]] : [];

const derivedFilters = (type: string, loaded: readonly string[]): [string, Filter][] => [
  ...idFilters(type),
  ...shownFields(type, loaded).flatMap((field): [string, Filter][] => {
    const filter = filterOf(type, field);
    return filter ? [[field.name, { type: filter, th: thaiLabel(field.description) || conditionTh(field.name) }]] : [];
  }),
];

function implement(type: string, { ref, subject, given, loaded = [], isComplete }: DeclaredWhere): void {
  const named = Object.entries(given).map(([name, filter]): [string, Filter] => [
    name,
    { type: filter, th: conditionTh(name) },
  ]);
  const filters = Object.fromEntries([...(isComplete ? [] : derivedFilters(type, loaded)), ...named]);
  ref.implement({
    description: `เงื่อนไขของ${subject.th} · Conditions on ${subject.en}; several fields must all hold.`,
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(filters).map(([name, filter]) => [
          name,
          t.field({
            type: filter.type,
            description: `เงื่อนไขของ${filter.th} · Condition on \`${name}\`.`,
          }),
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

/**
 * The conditions of every `where` follow from what the records show: a field that is a column or a relation can be filtered by without being
 * named again. What is worked out, or read through a loader, is not followed; a slice names it where it can be filtered by. Related records are
 * met on the way, and come last in their turn.
 */
beforeBuild(() => {
  for (const model of Object.keys(models))
    if (configStore.hasConfig(model)) recordLabels.set(model, labelOf(model) || model);
  for (const [type, where] of declaredWheres) implement(type, where);
});
