import { LRUCache } from 'lru-cache';
import { assertMayWrite } from './may-write.ts';
import { crossRecordRelations, models } from './model.ts';
import type { Scope } from './scope.ts';
import { both, changeFilterFor, filterFor, scopeWhere } from './scope-where.ts';
import { type Arguments, isObject } from './sql-builder/sql-builder.ts';

/** Cached selections, of all scopes together: about 20 kB each with what is compiled of them. */
const SELECTIONS_MAX = 2_000;
const keptSelections = new LRUCache<object, { model: string; scoped: Arguments }>({ max: SELECTIONS_MAX });

/** A `where` within a scope: what it says of related rows, and then the rows themselves; undefined where neither says anything. */
function scopeRows(model: string, where: unknown, scope: Scope, filter = filterFor(model, scope)): unknown {
  const asked = isObject(where) ? scopeWhere(model, where, scope) : where;
  return filter ? both(asked, filter) : asked;
}

function scopeRelation(model: string, name: string, value: unknown, scope: Scope): unknown {
  const relation = models[model]?.relations[name];
  if (!relation || value === false || value === undefined) return value;
  if (crossRecordRelations.has(`${model}.${name}`)) {
    throw new Error(`${model}.${name} crosses records: read it through a loader, not in a selection.`);
  }
  const inner = isObject(value) ? scopeSelection(relation.model, value, scope) : {};
  if (relation.isList) {
    const where = scopeRows(relation.model, inner.where, scope);
    if (where !== undefined) return { ...inner, where };
  }
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
const changing = new Set(['updateMany', 'deleteMany', 'updateManyAndReturn', 'update', 'delete']);
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
  const filter = changing.has(operation) ? changeFilterFor(model, scope) : filterFor(model, scope);
  if (filtered.has(operation)) {
    const where = scopeRows(model, scoped.where, scope, filter);
    return where === scoped.where ? scoped : { ...scoped, where };
  }
  if (filteredByKey.has(operation)) {
    return filter && isObject(scoped.where) ? { ...scoped, where: { ...scoped.where, AND: [filter] } } : scoped;
  }
  if (added.has(operation)) return scoped;
  throw new Error(`The operation ${operation} is not scoped: add it to tenancy/scope-arguments.ts first.`);
}
