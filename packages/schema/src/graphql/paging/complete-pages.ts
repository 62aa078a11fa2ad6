import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { ListArguments } from './connection.ts';
import { type PagedList, pagedListOf } from './paged-list.ts';

/** A page as Pothos makes it, of a list whose cursors it does not know. */
type Page = {
  readonly args: ListArguments;
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
};
type Edge = Page['edges'][number] & { readonly connection: Page };
type CursorOf = NonNullable<PagedList['cursorOf']>;

/** Where a page continues: further rows on the side that was read to its end, and rows on the other side of the starting place. */
function pageInfoOf({ args, edges, pageInfo }: Page, cursorOf: CursorOf) {
  const { after, before } = args.between ?? {};
  const [first] = edges;
  const last = edges.at(-1);
  return {
    hasNextPage: pageInfo.hasNextPage || before !== undefined,
    hasPreviousPage: pageInfo.hasPreviousPage || after !== undefined,
    startCursor: first ? cursorOf(args, first.node) : null,
    endCursor: last ? cursorOf(args, last.node) : null,
  };
}

const objectOf = (type: GraphQLOutputType | undefined): GraphQLObjectType | null => {
  const named = type && getNamedType(type);
  return isObjectType(named) ? named : null;
};

/** Makes the pages of a list show its own cursors, on request; the resolvers read only the page. */
function completePage(connection: GraphQLObjectType, cursorOf: CursorOf): void {
  const { edges, pageInfo } = connection.getFields();
  const cursor = objectOf(edges?.type)?.getFields().cursor;
  if (!pageInfo || !cursor) throw new Error(`${connection.name} is no connection.`);
  pageInfo.resolve = (page: Page) => pageInfoOf(page, cursorOf);
  cursor.resolve = (edge: Edge) => cursorOf(edge.connection.args, edge.node);
}

export function completePages(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const cursorOf = pagedListOf(field)?.cursorOf;
      const connection = objectOf(field.type);
      if (cursorOf && connection) completePage(connection, cursorOf);
    }
  }
  return schema;
}
