import SchemaBuilder, {
  BasePlugin,
  type PartialResolveInfo,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLField } from 'graphql';
import type { ListArguments } from './connection.ts';
import { mayAskForCursors } from './may-ask-for-cursors.ts';
import type { Between, GivenCursors } from './read-cursors.ts';

type Row = Readonly<Record<string, unknown>>;

/** How the pages of a list hang together. */
export type PagedList = {
  /** The places that the cursors of a page name; refuses those of another list or order. */
  readonly between: (args: GivenCursors & ListArguments) => Between<unknown>;
  /** The cursor of a row, where Pothos makes the page and knows of ids alone. */
  readonly cursorOf?: (args: ListArguments, row: Row) => string;
};

/** Says of a field how its list is paged. */
export const paged = (pagedList: PagedList) => ({ pagedList });

const isPagedList = (value: unknown): value is PagedList =>
  typeof value === 'object' && value !== null && 'between' in value && typeof value.between === 'function';

/** How the list of a field is paged; null for other fields. */
export function pagedListOf({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): PagedList | null {
  const list: unknown = extensions?.pagedList;
  return isPagedList(list) ? list : null;
}

/** Turns the cursors among the arguments of a list into places before anything else sees them; Pothos then knows of none. */
class PagedLists<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (!field.args.after) return field;
    const list = pagedListOf({ extensions: field.extensions ?? {} });
    if (!list)
      throw new Error(`${field.parentType}.${field.name} is paged, but does not say how: give it \`extensions\`.`);
    const toPlaces = (args: Record<string, unknown>, _context: object, info: PartialResolveInfo) => ({
      ...args,
      after: undefined,
      before: undefined,
      between: list.between(args),
      showsCursors: mayAskForCursors(info),
    });
    return { ...field, argMappers: [...field.argMappers, toPlaces] };
  }
}

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      pagedLists: PagedLists<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('pagedLists', PagedLists);
