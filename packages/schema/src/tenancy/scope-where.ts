import { models } from './model.ts';
import { ownFilter, personalFilter } from './personal.ts';
import { isCentre, type Scope } from './scope.ts';
import { type Arguments, isObject } from './sql-builder/sql-builder.ts';

const nothing = { id: { in: [] } };

/** No row of a model of the keeper's; what belongs to a document has no id of its own. */
const keptFrom = (model: string): Arguments => (model === 'TrustedDocument' ? nothing : { documentId: { in: [] } });

/** Whose roles a scope is about: those of its agency; for the keeper of reference data those of the city, and of agencies their administrators. */
function rolesIn(scope: Scope): Arguments | null {
  if (scope.kind === 'agency') return { agencyId: scope.agencyId };
  return scope.kind === 'reference' ? { OR: [{ agencyId: null }, { role: 'AGENCY_ADMIN' }] } : null;
}

/** The filter that keeps a model's rows within a scope; null where every row is public. */
export function filterFor(model: string, scope: Scope): Arguments | null {
  switch (models[model]?.ownership) {
    case 'reference':
      return null;
    case 'tenant':
      if (scope.kind === 'agency') return { agencyId: scope.agencyId };
      return scope.kind === 'city' ? { disclosure: { gte: scope.floor } } : { agencyId: { in: [] } };
    case 'agencyOnly':
      return scope.kind === 'agency' ? { agencyId: scope.agencyId } : { agencyId: { in: [] } };
    case 'published':
      return null;
    case 'library': {
      if (isCentre(scope)) return null;
      const offered = { status: { not: 'DRAFT' } };
      if (scope.kind !== 'agency' && scope.kind !== 'city') return nothing;
      return model === 'LibraryRisk' ? offered : { libraryRisk: offered };
    }
    case 'searched': {
      // What no agency owns is the library's, which offers it from the same disclosure on at which analysts read.
      const offered = { agencyId: null, disclosure: { gte: 2 } };
      if (scope.kind === 'agency') return { OR: [{ agencyId: scope.agencyId }, offered] };
      return scope.kind === 'city' ? { disclosure: { gte: scope.floor } } : nothing;
    }
    case 'centre':
      return isCentre(scope) ? null : nothing;
    case 'keeper':
      return scope.kind === 'reference' ? null : keptFrom(model);
    case 'digest':
      return scope.kind === 'audit' ? null : { agencyId: { in: [] } };
    case 'audit':
      return scope.kind === 'agency' ? { agencyId: scope.agencyId } : { agencyId: { in: [] } };
    case 'members': {
      const held = rolesIn(scope);
      return held ? { memberships: { some: held } } : nothing;
    }
    case 'roles':
      return rolesIn(scope) ?? nothing;
    case 'personal':
      return personalFilter(model, scope);
    default:
      throw new Error(`The model ${model} has no place in tenancy/model.ts.`);
  }
}

/** The filter of what a scope may change: what people share is read by others, and changed by its owner alone. */
export function changeFilterFor(model: string, scope: Scope): Arguments | null {
  if (models[model]?.ownership === 'personal') return ownFilter(model, scope);
  // Everybody reads every target; an agency changes its own, and the keeper of reference data those that are nobody's own.
  if (model === 'IntegrityTarget') return { agencyId: scope.kind === 'agency' ? scope.agencyId : null };
  return filterFor(model, scope);
}

/** A condition and the filter of a scope, as one. */
export const both = (where: unknown, filter: Arguments): Arguments =>
  isObject(where) && Object.keys(where).length > 0 ? { AND: [where, filter] } : filter;

const saysNothing = (where: Arguments): boolean => Object.values(where).every((value) => value === undefined);

/** A condition on related rows, which rows beyond the scope neither meet nor fail: no such row can be told by it. */
function scopeRelated(model: string, name: string | null, where: unknown, scope: Scope): unknown {
  if (!isObject(where)) return where;
  const filter = filterFor(model, scope);
  const scoped = scopeWhere(model, where, scope);
  if (!filter || (name === 'every' && saysNothing(where))) return scoped;
  return name === 'every' ? { OR: [{ NOT: filter }, scoped] } : both(scoped, filter);
}

/** The words of Prisma for conditions on related rows. */
const words = new Set(['some', 'none', 'every', 'is', 'isNot']);

function scopeRelationWhere({ model }: Related, value: unknown, scope: Scope): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  if (!entries.some(([name]) => words.has(name))) return scopeRelated(model, null, value, scope);
  return Object.fromEntries(entries.map(([name, each]) => [name, scopeRelated(model, name, each, scope)]));
}

type Related = { readonly model: string };

/** A `where` of Prisma in which every condition on related rows is kept within the scope, at every depth. */
export function scopeWhere(model: string, where: Arguments, scope: Scope): Arguments {
  const relations = models[model]?.relations ?? {};
  const scopeEach = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(scopeEach) : isObject(value) ? scopeWhere(model, value, scope) : value;
  return Object.fromEntries(
    Object.entries(where).map(([name, value]) => {
      if (name === 'AND' || name === 'OR' || name === 'NOT') return [name, scopeEach(value)];
      const relation = relations[name];
      return [name, relation ? scopeRelationWhere(relation, value, scope) : value];
    }),
  );
}
