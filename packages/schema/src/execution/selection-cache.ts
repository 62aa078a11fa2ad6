import { isThenable } from '@pothos/core';
import { deepEqual, type Mappings, type Plan, setLoaderMappings } from '@pothos/selection-mapper';
import type { FieldNode } from 'graphql';

type PlanFor = typeof Plan.fromInfo;
type Adapter = Parameters<PlanFor>[0];
type Asked = Parameters<PlanFor>[1];
type Planned = ReturnType<PlanFor>;

/** What Pothos found out about a field of a document: the query for its rows, and which fields beneath it they answer. */
type CachedSelection = {
  readonly nodes: readonly FieldNode[];
  readonly initial: unknown;
  /** Absent where it depends on the request. */
  readonly outcome: { readonly query: object; readonly mappings: Mappings } | null;
};

/** Notes whether a value that depends on the request is read. */
class AccessWatcher {
  hasSeen = false;

  over<Target extends object>(target: Target): Target {
    const noting = <Arguments extends unknown[], Result>(look: (...parameters: Arguments) => Result) => {
      return (...parameters: Arguments): Result => {
        this.hasSeen = true;
        return look(...parameters);
      };
    };
    const { get, has, ownKeys, getOwnPropertyDescriptor } = Reflect;
    return new Proxy<Target>(target, {
      get: noting(get),
      has: noting(has),
      ownKeys: noting(ownKeys),
      getOwnPropertyDescriptor: noting(getOwnPropertyDescriptor),
    });
  }
}

/** Shared between equal requests: a write to it throws. */
function frozen<Value>(value: Value): Value {
  const isPlain = Array.isArray(value) || (value !== null && Object.getPrototypeOf(value ?? 0) === Object.prototype);
  if (isPlain && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value as object)) frozen(part);
  }
  return value;
}

const placeOf = ({ info, typeName, path, paths }: Asked): string =>
  JSON.stringify([info.parentType.name, typeName, path, paths]);

const isSame = ({ nodes, initial }: CachedSelection, { info, initial: asked }: Asked): boolean =>
  nodes.length === info.fieldNodes.length &&
  nodes.every((node, index) => node === info.fieldNodes[index]) &&
  deepEqual(initial, asked);

/** The selection that Pothos plans for every request to this field; null where it depends on the variables or the context. */
function outcomeOf(plan: PlanFor, adapter: Adapter, asked: Asked): CachedSelection['outcome'] {
  const watch = new AccessWatcher();
  const info = { ...asked.info, variableValues: watch.over(asked.info.variableValues) };
  const planned: Planned = plan(adapter, { ...asked, info, context: watch.over(asked.context) });
  if (!planned || isThenable(planned) || watch.hasSeen) return null;
  const { root, mappings } = planned.play();
  return { query: frozen(adapter.toQuery(root) as object), mappings };
}

/**
 * Plans once per field of a document what Pothos would plan for every request. The plan is watched while it is made: one that read neither
 * variables nor context is the same for all requests. See docs/decisions/0014-selection-cache.md.
 */
export function cachingSelections(plan: PlanFor): PlanFor {
  const fields = new WeakMap<FieldNode, Map<string, CachedSelection>>();

  const lookUp = (adapter: Adapter, asked: Asked): CachedSelection['outcome'] => {
    const { fieldNodes: nodes } = asked.info;
    const [node] = nodes;
    if (!node) return null;
    const places = fields.get(node) ?? new Map<string, CachedSelection>();
    fields.set(node, places);
    const place = placeOf(asked);
    const known = places.get(place);
    if (known && isSame(known, asked)) return known.outcome;
    const outcome = outcomeOf(plan, adapter, asked);
    places.set(place, { nodes, initial: asked.initial, outcome });
    return outcome;
  };

  const cached = (adapter: Adapter, asked: Asked) => {
    const outcome = lookUp(adapter, asked);
    if (!outcome) return plan(adapter, asked);
    return {
      query(seed?: unknown, info = asked.info) {
        if (seed !== undefined) return plan(adapter, asked)?.query(seed, info);
        setLoaderMappings(asked.context, info, outcome.mappings);
        return outcome.query;
      },
    };
  };
  // All that its callers do with a plan is to ask for its query.
  return cached as PlanFor;
}
