import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql';
import { collectFields } from '../../execution/collect.ts';
import type { Context } from '../../tenancy/context.ts';
import { type ListArguments, type ListPolicy, type ListQuery, pageQuery } from './connection.ts';
import { withColumns } from './with-columns.ts';

type Countable = { count(args: { where: object }): Promise<number> };
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

/** A list of records at the root. Where an operation asks for a page and for the count of all, both are asked in the same batch. */
export function countedList(recordsOf: (context: Context) => Countable, policy: ListPolicy) {
  const begun = new WeakMap<ListArguments, Promise<number>>();
  const count = (args: ListArguments, context: Context): Promise<number> =>
    recordsOf(context).count({ where: pageQuery(args, policy).where });
  return {
    totalCount: (_root: unknown, args: ListArguments, context: Context): Promise<number> =>
      begun.get(args) ?? count(args, context),
    /** What to read for a page; counting begins with it. */
    page(query: object, args: ListArguments, context: Context, info: GraphQLResolveInfo): ListQuery {
      if (asksFor('totalCount', info)) {
        const counting = count(args, context);
        // Nobody waits for it when the page fails.
        counting.catch(() => undefined);
        begun.set(args, counting);
      }
      const { where, orderBy, select, cursor } = pageQuery(args, policy);
      return { ...selecting(query, select), where: cursor ? { AND: [where, cursor] } : where, orderBy };
    },
  };
}
