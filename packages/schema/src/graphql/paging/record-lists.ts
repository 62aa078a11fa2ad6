import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import { collectFields } from '../../execution/collect.ts';
import type { Context } from '../../tenancy/context.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { type ListArguments, type ListPolicy, listQuery, pageQuery } from './connection.ts';
import { pagesOf } from './pages-of.ts';
import { withColumns } from './with-columns.ts';

type Model<Row> = {
  count(args: { where: object }): Promise<number>;
  findMany(args: object): Promise<Row[]>;
};

/** The columns of the order join what is selected; Pothos' type of a query knows of no selection. */
const selecting = (query: object, columns: Readonly<Record<string, true>>) =>
  'select' in query && query.select instanceof Object ? { select: withColumns(query.select, columns) } : {};

/** Whether the operation asks for a field of what is resolved; where a directive decides, it is not known yet. */
function asksFor(name: string, { schema, fragments, returnType, fieldNodes }: GraphQLResolveInfo): boolean {
  const type = getNamedType(returnType);
  if (!isObjectType(type)) return false;
  const selectionSets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const asked = collectFields(schema, fragments, type, selectionSets);
  return asked !== null && [...asked.values()].some(([field]) => field?.name.value === name);
}

/**
 * A list of records at the root, in the viewer's scope: what `prismaConnection` needs besides type, description and arguments. Where an
 * operation asks for a page and for the count of all, both are asked in the same batch.
 */
export function rootList<Row extends object>(modelOf: (db: ScopedDb) => Model<Row>, policy: ListPolicy) {
  const begun = new WeakMap<ListArguments, Promise<number>>();
  const count = (args: ListArguments, context: Context): Promise<number> =>
    modelOf(agencyDb(context)).count({ where: pageQuery(args, policy).where });
  return {
    cursor: 'id',
    extensions: pagesOf(policy),
    totalCount: (_root: unknown, args: ListArguments, context: Context) => begun.get(args) ?? count(args, context),
    resolve(query: object, _root: unknown, args: ListArguments, context: Context, info: GraphQLResolveInfo) {
      if (asksFor('totalCount', info)) {
        const counting = count(args, context);
        // When the page fails, its count is not read.
        counting.catch(() => undefined);
        begun.set(args, counting);
      }
      const { where, orderBy, select, cursor } = pageQuery(args, policy);
      return modelOf(agencyDb(context)).findMany({
        ...query,
        ...selecting(query, select),
        where: cursor ? { AND: [where, cursor] } : where,
        orderBy,
      });
    },
  } as const;
}

/** A list of records that belong to another: what `relatedConnection` needs besides description and arguments. */
export const relatedList = (policy: ListPolicy) =>
  ({
    cursor: 'id',
    extensions: pagesOf(policy),
    totalCount: true,
    query: (args: ListArguments) => listQuery(args, policy),
  }) as const;
