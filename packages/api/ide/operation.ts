import { Kind, parse } from 'graphql';

interface NamedOperation {
  readonly name: string | undefined;
  readonly kind: string;
}

const operationsOf = (query: string): NamedOperation[] => {
  try {
    return parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [{ name: definition.name?.value, kind: definition.operation }]
        : [],
    );
  } catch {
    return [];
  }
};

/**
 * GraphiQL names the operation it parsed last, which is the previous one when an example is opened and run at once. The
 * name is taken from the text that is sent unless the user chose one of its operations.
 */
export const operationNameOf = (query: string, chosen: string | null | undefined): string | undefined => {
  const names = operationsOf(query).flatMap(({ name }) => name ?? []);
  return names.find((name) => name === chosen) ?? names[0];
};

/** `query` only when nothing in the text would change anything. */
export const operationKindOf = (query: string): string | null => {
  const kinds = operationsOf(query).map(({ kind }) => kind);
  return kinds.find((kind) => kind !== 'query') ?? kinds[0] ?? null;
};
