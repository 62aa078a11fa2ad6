import type { Message } from '../core/message.logic.ts';

type Field = {
  readonly name: string;
  readonly kind: string;
  readonly type: string;
  readonly documentation?: string;
  readonly relationFromFields?: readonly string[];
};

/** The Prisma models, whose comments read "ไทย · English". */
export type Models = Readonly<Record<string, { readonly fields: readonly Field[]; readonly documentation?: string }>>;

/** What people call a column, and the model that it points to, if it does. */
export type Column = { readonly label: Message; readonly target: string | null };

const SEPARATOR = ' · ';

/** The beginning of a sentence that names a thing: up to its first stop, without what stands in brackets. */
const headOf = (text: string, stop: RegExp): string => {
  const [head = ''] = text.replace(/\s*\([^)]*\)/g, '').split(stop);
  return head.trim();
};

/** Both languages of a description; one that has a single language serves for both. */
export function bilingual(text: string): Message {
  const [th = '', ...rest] = text.split(SEPARATOR);
  return { th: th.trim(), en: rest.length > 0 ? rest.join(SEPARATOR).trim() : th.trim() };
}

/** The names that a description begins with. */
export function namesIn(description: string): Message {
  const { th, en } = bilingual(description);
  // Thai has no full stop but in abbreviations.
  return { th: headOf(th, /[:;]/), en: headOf(en, /[.:;]/) };
}

/** `RiskRegister` and `AGENCY_ADMIN` as English words. */
export const words = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/\bswot\b/, 'SWOT');

export const entityLabel = (models: Models, entity: string): Message => ({
  th: namesIn(models[entity]?.documentation ?? entity).th,
  en: words(entity),
});

/** The relation that a column alone makes, beside the agency that keys of tenant rows carry. */
const relationOf = (fields: readonly Field[], column: string): Field | undefined =>
  fields.find(({ relationFromFields = [] }) => {
    const [own, ...others] = relationFromFields.filter((name) => name !== 'agencyId');
    return own === column && others.length === 0;
  });

/** What a column is called: by its own comment, that of its relation, that of the model it points to, or its namesake's elsewhere. */
export function columnsOf(models: Models, model: string): ReadonlyMap<string, Column> {
  const fields = models[model]?.fields ?? [];
  const described = new Map(
    Object.values(models)
      .flatMap((each) => each.fields)
      .flatMap(({ name, documentation }) => (documentation ? [[name, documentation] as const] : [])),
  );
  const columns = fields
    .filter(({ kind }) => kind !== 'object')
    .map(({ name, documentation }) => {
      const relation = relationOf(fields, name);
      const description =
        documentation ??
        relation?.documentation ??
        models[relation?.type ?? '']?.documentation ??
        described.get(name) ??
        described.get(name.replace(/Id$/, '')) ??
        name;
      return [name, { label: namesIn(description), target: relation?.type ?? null }] as const;
    });
  return new Map(columns);
}
