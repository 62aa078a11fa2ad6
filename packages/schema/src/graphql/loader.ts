import { createContextCache } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import DataLoader from 'dataloader';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { readingTogether } from '../execution/field-reader.ts';
import type { Context } from '../tenancy/context.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

type Selection = { select?: Record<string, unknown>; include?: Record<string, unknown> };

type Model<Row> = { findMany(args: Selection & { where: { id: { in: string[] } } }): Promise<readonly Row[]> };

/**
 * Loads records that a selection cannot reach, by id: one statement for all parents of a field, with what the client selected beneath
 * it. It reads in the viewer's scope, so that what the viewer may not see comes back as null.
 */
export function recordLoader<Row extends { id: string }>(modelOf: (db: ScopedDb) => Model<Row>) {
  const loaders = createContextCache(
    (_context: Context) => new Map<FieldNode | undefined, DataLoader<string, Row | null>>(),
  );
  return (
    id: string | null,
    context: Context,
    info: GraphQLResolveInfo,
    /** The type of the record, where the field's own is an interface. */
    typeName?: string,
  ): Promise<Row | null> | null => {
    if (id === null) return null;
    const ofContext = loaders(context);
    const field = info.fieldNodes[0];
    // Computed for every parent, since that is also how Pothos learns that the row at this place holds everything selected beneath it.
    const selection: Selection = queryFromInfo({ context, info, typeName });
    let loader = ofContext.get(field);
    if (!loader) {
      loader = new DataLoader(async (ids) => {
        const rows = await modelOf(agencyDb(context)).findMany({ ...selection, where: { id: { in: [...ids] } } });
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((each) => byId.get(each) ?? null);
      });
      ofContext.set(field, loader);
    }
    return loader.load(id);
  };
}

/** Says of a resolver that it reads by loaders alone, and so, for all objects of a list, in as many statements as for one. */
export const readingByLoaders = <Read extends object>(resolver: Read): Read => readingTogether(resolver);

/** Loads one value per key, in one statement for all keys of the same tick. */
export function valueLoader<Key, Value, CacheKey = Key>(
  load: (context: Context, keys: readonly Key[]) => Promise<readonly Value[]>,
  cacheKeyFn?: (key: Key) => CacheKey,
) {
  return createContextCache(
    (context: Context) => new DataLoader<Key, Value, CacheKey>((keys) => load(context, keys), { cacheKeyFn }),
  );
}

/** Something read of records by their ids: of all that are asked about in one tick in one statement, and anew in each, since acts change it. */
export function readTogether<Row extends { readonly id: string }>(
  find: (db: ScopedDb, ids: string[], context: Context) => PromiseLike<readonly Row[]>,
): (context: Context, id: string) => Promise<Row | null> {
  const loaders = createContextCache(
    (context: Context) =>
      new DataLoader<string, Row | null>(
        async (ids) => {
          const rows = await find(agencyDb(context), [...new Set(ids)], context);
          const byId = new Map(rows.map((row) => [row.id, row]));
          return ids.map((id) => byId.get(id) ?? null);
        },
        { cache: false },
      ),
  );
  return (context, id) => loaders(context).load(id);
}
