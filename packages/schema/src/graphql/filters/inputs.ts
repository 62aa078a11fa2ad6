import type { InputRef } from '@pothos/core';
import { builder, type Types } from '../builder.ts';
import type { Order } from './rank.logic.ts';
import type { Where } from './where.logic.ts';

type Subject = { readonly th: string; readonly en: string };

type WhereOptions = {
  /** The type of the records, where the input is not named after it. */
  readonly type?: string;
  /** Relations that the records show through a loader, because what they lead to has a disclosure of its own. */
  readonly loaded?: readonly string[];
  /** Whether the conditions that are given are all: nothing follows from what the records show. */
  readonly isComplete?: boolean;
};

/** A `where` input as its slice declares it, until the schema is made. */
export type DeclaredWhere = WhereOptions & {
  readonly ref: ReturnType<typeof builder.inputRef<Where>>;
  readonly subject: Subject;
  readonly given: Readonly<Record<string, InputRef<Where>>>;
};

/** The `where` inputs by the type of the records. */
export const declaredWheres = new Map<string, DeclaredWhere>();

/**
 * A `where` input: conditions on all that the records show (complete-filters.ts), combined by `and`, `or` and `not`. Given are those that have
 * names or meanings of their own.
 */
export function whereInput(
  name: string,
  subject: Subject,
  given: DeclaredWhere['given'],
  options: WhereOptions = {},
): InputRef<Where> {
  const ref = builder.inputRef<Where>(name);
  declaredWheres.set(options.type ?? name.replace(/Where$/, ''), { ref, subject, given, ...options });
  return ref;
}

export const SortDirection = builder.enumType('SortDirection', {
  description: 'ทิศทางการเรียงลำดับ · Direction of an order.',
  values: {
    ASC: { value: 'asc', description: 'น้อยไปมาก · Ascending.' },
    DESC: { value: 'desc', description: 'มากไปน้อย · Descending.' },
  } as const,
});

export const NullsOrder = builder.enumType('NullsOrder', {
  description: 'ตำแหน่งของรายการที่ไม่มีค่า · Where records without a value stand.',
  values: {
    FIRST: { value: 'first', description: 'อยู่ต้นรายการ · Before all others.' },
    LAST: { value: 'last', description: 'อยู่ท้ายรายการ · After all others.' },
  } as const,
});

type InputFields = PothosSchemaTypes.InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>, 'InputObject'>;

/** The fields of every `orderBy`: what to order by, the direction, and where what has no value stands. */
export const orderFields = (t: InputFields, field: InputRef<string>, th: string, en: string) => ({
  field: t.field({ type: field, required: true, description: 'เรียงตาม · What to order by.' }),
  direction: t.field({ type: SortDirection, required: true, defaultValue: 'asc', description: 'ทิศทาง · Direction.' }),
  nulls: t.field({
    type: NullsOrder,
    description: `ตำแหน่งของ${th}ที่ไม่มีค่า หากไม่ระบุให้อยู่ท้าย · Where ${en} without a value stand; after all others unless it is given.`,
  }),
});

/** An `orderBy` input as its slice declares it, until the schema is made. */
export type DeclaredOrder = {
  readonly ref: ReturnType<typeof builder.inputRef<Order>>;
  readonly name: string;
  readonly subject: Subject;
  readonly given: Readonly<Record<string, string>>;
};

/** The `orderBy` inputs by the type of the records. */
export const declaredOrders = new Map<string, DeclaredOrder>();

/**
 * An `orderBy` input, named after the type of the records: over the numbers, dates, amounts and states that they show
 * (complete-orders.ts), and over the texts that are given. Thai text sorts by the Thai dictionary.
 */
export function orderInput(name: string, subject: Subject, given: DeclaredOrder['given']): InputRef<Order> {
  const ref = builder.inputRef<Order>(name);
  declaredOrders.set(name.replace(/Order$/, ''), { ref, name, subject, given });
  return ref;
}
