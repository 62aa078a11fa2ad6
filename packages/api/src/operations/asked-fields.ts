import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type SourceLocation,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Where the lines of a text begin; they are counted once, as there may be thousands of them. */
const lineStarts = (text: string): number[] => [0, ...[...text.matchAll(/\r\n|[\n\r]/g)].map(endOf)];
const endOf = ({ 0: lineEnd, index }: RegExpExecArray): number => index + lineEnd.length;

/** The fields of a document that errors are about; looked for only when something was refused. */
export function fieldsAt(schema: GraphQLSchema, document: DocumentNode, errors: readonly GraphQLFormattedError[]) {
  const starts = lineStarts(document.loc?.source.body ?? '');
  const offsetOf = ({ line, column }: SourceLocation): number => (starts[line - 1] ?? 0) + column - 1;
  const placeOf = ({ locations }: GraphQLFormattedError): number => (locations?.[0] ? offsetOf(locations[0]) : -1);
  const wanted = new Set(errors.map(placeOf));
  const found = new Map<number, Field>();
  const types = new TypeInfo(schema);
  const look = visitWithTypeInfo(types, {
    Field({ loc }) {
      const field = types.getFieldDef();
      if (loc && field && wanted.has(loc.start)) found.set(loc.start, field);
    },
  });
  visit(document, look);
  return (error: GraphQLFormattedError): Field | undefined => found.get(placeOf(error));
}
