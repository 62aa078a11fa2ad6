import { namesIn } from '../base/meaning.logic.ts';
import type { Message } from '../base/message.logic.ts';

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
