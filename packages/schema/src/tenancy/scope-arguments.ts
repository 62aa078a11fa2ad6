import { LRUCache } from 'lru-cache';
import { assertMayWrite } from './may-write.ts';
import { crossRecordRelations, models } from './model.ts';
import { isCentre, type Scope } from './scope.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Cached selections, of all scopes together: about 20 kB each with what is compiled of them. */
const SELECTIONS_MAX = 2_000;
const keptSelections = new LRUCache<object, { model: string; scoped: Arguments }>({ max: SELECTIONS_MAX });

const isObject = (value: unknown): value is Arguments =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nothing = { id: { in: [] } };

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
    case 'centre':
      return isCentre(scope) ? null : nothing;
    case 'digest':
      return scope.kind === 'audit' ? null : { agencyId: { in: [] } };
    case 'audit':
      return scope.kind === 'agency' ? { agencyId: scope.agencyId } : { agencyId: { in: [] } };
    case 'members':
      return scope.kind === 'agency' ? { memberships: { some: { agencyId: scope.agencyId } } } : nothing;
    default:
      throw new Error(`The model ${model} has no place in tenancy/model.ts.`);
  }
}

const both = (where: unknown, filter: Arguments): Arguments => (isObject(where) ? { AND: [where, filter] } : filter);

function scopeRelation(model: string, name: string, value: unknown, scope: Scope): unknown {
  const relation = models[model]?.relations[name];
  if (!relation || value === false || value === undefined) return value;
  if (crossRecordRelations.has(`${model}.${name}`)) {
    throw new Error(`${model}.${name} crosses records: read it through a loader, not in a selection.`);
  }
  const inner = isObject(value) ? scopeSelection(relation.model, value, scope) : {};
  const filter = relation.isList ? filterFor(relation.model, scope) : null;
  if (filter) return { ...inner, where: both(inner.where, filter) };
  return isObject(value) ? inner : value;
}

function scopeCounts(model: string, counts: unknown, scope: Scope): unknown {
  if (!isObject(counts) || !isObject(counts.select))
    throw new Error('Say which relations to count: `_count: { select }`.');
  const scoped = Object.entries(counts.select).map(([name, value]) => [name, scopeRelation(model, name, value, scope)]);
  return { select: Object.fromEntries(scoped) };
}

const scopeMembers = (model: string, selection: Arguments, scope: Scope): Arguments =>
  Object.fromEntries(
    Object.entries(selection).map(([name, value]) => [
      name,
      name === '_count' ? scopeCounts(model, value, scope) : scopeRelation(model, name, value, scope),
    ]),
  );

/** Frozen selections that many requests share, with the arguments of one scope; they are frozen, too. */
export class ScopedSelections {
  readonly #scope: Scope;
  /** The places of its selections in `keptSelections`. */
  readonly #places = new WeakMap<Arguments, object>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  of(model: string, selection: Arguments): Arguments {
    if (!Object.isFrozen(selection)) return scopeMembers(model, selection, this.#scope);
    const place = this.#places.get(selection) ?? {};
    const kept = keptSelections.get(place);
    if (kept?.model === model) return kept.scoped;
    const scoped = Object.freeze(scopeMembers(model, selection, this.#scope));
    this.#places.set(selection, place);
    keptSelections.set(place, { model, scoped });
    return scoped;
  }
}

/** Puts the scope into everything that a read selects or includes, however deep. */
function scopeSelection(model: string, args: Arguments, scope: Scope, selections?: ScopedSelections): Arguments {
  const scoped: Record<string, unknown> = { ...args };
  for (const key of ['select', 'include'] as const) {
    const selection = args[key];
    if (isObject(selection)) scoped[key] = selections?.of(model, selection) ?? scopeMembers(model, selection, scope);
  }
  return scoped;
}

const filtered = new Set([
  'findMany',
  'findFirst',
  'findFirstOrThrow',
  'count',
  'aggregate',
  'groupBy',
  'updateMany',
  'deleteMany',
  'updateManyAndReturn',
]);
const filteredByKey = new Set(['findUnique', 'findUniqueOrThrow', 'update', 'delete']);
const added = new Set(['create', 'createMany', 'createManyAndReturn']);

/** The arguments of any Prisma operation, narrowed to a scope; an operation that cannot be narrowed is refused. */
export function scopeArguments(
  model: string,
  operation: string,
  args: Arguments,
  scope: Scope,
  selections?: ScopedSelections,
): Arguments {
  assertMayWrite(model, operation, args.data, scope);
  const scoped = scopeSelection(model, args, scope, selections);
  const filter = filterFor(model, scope);
  if (filtered.has(operation)) return filter ? { ...scoped, where: both(scoped.where, filter) } : scoped;
  if (filteredByKey.has(operation)) {
    return filter && isObject(scoped.where) ? { ...scoped, where: { ...scoped.where, AND: [filter] } } : scoped;
  }
  if (added.has(operation)) return scoped;
  throw new Error(`The operation ${operation} is not scoped: add it to tenancy/scope-arguments.ts first.`);
}
