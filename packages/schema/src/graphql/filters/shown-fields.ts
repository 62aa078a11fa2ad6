import { builder } from '../builder.ts';

const { configStore } = builder;

type Field = ReturnType<typeof configStore.getFields> extends Map<string, infer Shown> ? Shown : never;

/** A field of a type of records that shows a column or a relation of its own name, as it is. */
export type ShownField = {
  readonly name: string;
  readonly description: string;
  /** The type of a column; undefined where it is a relation. */
  readonly column?: Field['type'];
};

/** What records show of themselves, and the relations that are named. What else is worked out, or read through a loader, is not among it. */
export function shownFields(type: string, loaded: readonly string[] = []): ShownField[] {
  return [...configStore.getFields(type)].flatMap(([name, { type: shown, description, extensions }]): ShownField[] => {
    const field = { name, description: description ?? '' };
    if (extensions?.pothosExposedField === name) return [{ ...field, column: shown }];
    return extensions?.pothosPrismaRelationField || loaded.includes(name) ? [field] : [];
  });
}
