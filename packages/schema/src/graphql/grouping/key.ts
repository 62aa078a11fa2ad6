import type { FieldRef } from '@pothos/core';
import type { GraphQLSchema } from 'graphql';
import type { Message } from '../../base/message.logic.ts';
import type { KeySource } from '../../tenancy/sql-builder/group-question.ts';
import type { Types } from '../builder.ts';
import type { Where } from '../filters/where.logic.ts';

type SchemaTypesOf = PothosSchemaTypes.ExtendDefaultTypes<Types>;

/** What the rows of a group have in common, as the database tells it: null where they have no value. */
export type KeyValue = string | number | null;
/** A value with the titles that the database has for it. */
export type Keyed = { readonly value: KeyValue; readonly titles: readonly (string | null)[] };
/** The keys of a group by their names; absent where it is not grouped by them. */
export type KeysRow = Readonly<Record<string, Keyed>>;

export type KeyFields = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypesOf, KeysRow>;

/** Something that rows can be grouped by. */
export type GroupKey = {
  readonly description: string;
  readonly source: KeySource;
  /** The field that shows the value. */
  readonly field: (t: KeyFields, name: string, description: string) => FieldRef<SchemaTypesOf, unknown>;
  /** What people call a value. */
  readonly label: (keyed: Keyed, schema: GraphQLSchema) => Message;
  /** The condition of the list's filter that finds the rows with a value, or those without one. */
  readonly where: (value: KeyValue) => Where;
};

/** A condition at the end of a path through related records. */
export const nested = (path: readonly string[], condition: Where): Where =>
  path.reduceRight<Where>((inner, name) => ({ [name]: inner }), condition);

export const textIn = (keyed: Keyed | undefined): string | null =>
  typeof keyed?.value === 'string' ? keyed.value : null;

export const numberIn = (keyed: Keyed | undefined): number | null =>
  typeof keyed?.value === 'number' ? keyed.value : null;

export const dayIn = (keyed: Keyed | undefined): Date | null => {
  const text = textIn(keyed);
  return text === null ? null : new Date(text);
};
