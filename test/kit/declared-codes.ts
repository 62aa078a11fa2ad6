import { declaredActs } from '@registry/schema/graphql/acts/declared-acts.ts';

/** Codes that refuse an act for itself; a request may be refused for other reasons before it gets there. */
const ofActs = ['NOT_FOUND', 'CONFLICT', 'INVALID_INPUT', 'ILLEGAL_TRANSITION'];

type Told = {
  readonly data: unknown;
  readonly errors: readonly { extensions: Record<string, unknown>; path?: readonly (string | number)[] }[];
};

type Item = { readonly error?: { readonly code?: string } | null };

/** The codes that the items of bulk acts were refused with, where they were asked for. */
const codesOfItems = (data: unknown): [act: string, code: unknown][] =>
  Object.entries(data ?? {}).flatMap(([name, payload]) => {
    const items: readonly Item[] = payload?.results ?? [];
    return items.map(({ error }): [string, unknown] => [name, error?.code]);
  });

/** Every act of the suite is held to what it declares: it is never refused with a code that its description does not name. */
export function requireDeclared({ data, errors }: Told): void {
  const ofErrors = errors.map(({ path, extensions }): [string, unknown] => [String(path?.[0]), extensions.code]);
  for (const [name, code] of [...ofErrors, ...codesOfItems(data)]) {
    const declared = declaredActs.get(name);
    if (!declared || !ofActs.includes(String(code))) continue;
    if (!declared.codes.some((each) => each === code))
      throw new Error(`${name} answered ${code}: declare it in the errors of its act.`);
  }
}
