import type { InputRef } from '@pothos/core';
import type { ColumnPath } from '../../tenancy/sql-builder/group-question.ts';
import type { Shape, Where } from '../filters/where.logic.ts';
import type { GroupKey } from './key.ts';

/** A number, or something to count, of each row: a column at the end of a path, and what it is in Thai · English. */
export type Counted = { readonly path: ColumnPath; readonly description: string };

/** What can be asked of the groups of a model: made into types and a root field by `groupedField`. */
export type Grouping = {
  /** The root field: `risksGrouped`. */
  readonly root: string;
  /** What its types are called by: `RiskGroups`. */
  readonly name: string;
  readonly subject: { readonly th: string; readonly en: string };
  readonly model: string;
  /** The filter of the list, and what it means. */
  readonly where: InputRef<Where>;
  readonly shape: Shape;
  readonly keys: Readonly<Record<string, GroupKey>>;
  /** Numbers of which there are sum, mean, least, greatest and median. */
  readonly numbers: Readonly<Record<string, Counted>>;
  /** What there may be several of in a group: how many different ones. */
  readonly distinct: Readonly<Record<string, Counted>>;
};

/** A declaration by its entries, in order. */
export const entriesOf = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] => Object.entries(record);
