import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getLocation,
  type SourceLocation,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

const placeOf = ({ line, column }: SourceLocation): string => `${line}:${column}`;

/** The fields of a document that errors are about, by their places in it; looked for only when something was refused. */
export function fieldsAt(schema: GraphQLSchema, document: DocumentNode, errors: readonly GraphQLFormattedError[]) {
  const wanted = new Set(errors.map(({ locations }) => (locations?.[0] ? placeOf(locations[0]) : '')));
  const found = new Map<string, Field>();
  const types = new TypeInfo(schema);
  const look = visitWithTypeInfo(types, {
    Field({ loc }) {
      const field = types.getFieldDef();
      if (!loc || !field) return;
      const place = placeOf(getLocation(loc.source, loc.start));
      if (wanted.has(place)) found.set(place, field);
    },
  });
  visit(document, look);
  return ({ locations }: GraphQLFormattedError): Field | undefined =>
    locations?.[0] && found.get(placeOf(locations[0]));
}
