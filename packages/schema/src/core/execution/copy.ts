import { type GraphQLResolveInfo, getArgumentValues } from 'graphql';
import type { AskedField, FieldPlan, ObjectPlan, Plan, ValuePlan } from './plan.ts';
import { resolverOf } from './reader.ts';
import { assertAtHand, isPromise, NotInTheRow } from './row.ts';

export type Copy = Record<string, unknown>;

/** A field at its place in one execution: what its resolver is called with there, whatever the row. */
type OpenField<Asked extends AskedField> = {
  readonly asked: Asked;
  readonly args: Record<string, unknown>;
  readonly info: GraphQLResolveInfo;
};

/** One execution of a plan. */
export class Run {
  /** The fields of each place where a row was met. */
  readonly opened: (readonly OpenField<FieldPlan>[] | undefined)[] = [];
  readonly context: unknown;
  readonly known: Set<number>;
  readonly #request: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'rootValue' | 'operation' | 'variableValues'>;
  readonly #underWay: Promise<void>[] = [];
  #failure: { readonly error: unknown } | null = null;

  constructor(
    { schema, fragments, operation, known }: Plan,
    context: unknown,
    variableValues: Record<string, unknown>,
  ) {
    this.context = context;
    this.known = known;
    this.#request = { schema, fragments, rootValue: undefined, operation, variableValues };
  }

  /** Its path has no indices: Pothos plans for a place, and so means the same by it for every row there. */
  open<Asked extends AskedField>(asked: Asked, above?: GraphQLResolveInfo['path']): OpenField<Asked> {
    const { key, field, parentType, nodes } = asked;
    const [node] = nodes;
    const args = node && field.args.length > 0 ? getArgumentValues(field, node, this.#request.variableValues) : {};
    const path = { prev: above, key, typename: parentType.name };
    const info = {
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType,
      path,
      ...this.#request,
    };
    return { asked, args, info };
  }

  /** Does work that takes its time. */
  begin(work: () => Promise<void>): void {
    this.#underWay.push(
      work().catch((error: unknown) => {
        this.#failure ??= { error };
      }),
    );
  }

  /** Waits for all work, and for what it began: also after a failure, so that nothing goes on behind the answer's back. */
  async end(): Promise<void> {
    while (this.#underWay.length > 0) await Promise.all(this.#underWay.splice(0));
    if (this.#failure) throw this.#failure.error;
  }
}

/** Completes a value as graphql-js would; throws where that would report an error, or wait. */
export function copyValue(plan: ValuePlan, value: unknown, info: GraphQLResolveInfo, run: Run): unknown {
  if (value === null || value === undefined) {
    if (plan.isNullable) return null;
    throw new TypeError(`${info.parentType.name}.${info.fieldName} has no value.`);
  }
  switch (plan.kind) {
    case 'LEAF':
      return plan.serialize(value);
    case 'LIST':
      if (!Array.isArray(value)) throw new NotInTheRow();
      return value.map((item: unknown) => copyValue(plan.item, item, info, run));
    case 'OBJECT':
      return copyRow(plan, value, info, run);
    case 'ABSTRACT': {
      const type = plan.type.resolveType?.(value, run.context, info, plan.type);
      const object = typeof type === 'string' ? plan.objects.get(type) : undefined;
      if (!object) throw new NotInTheRow();
      return copyRow(object, value, info, run);
    }
  }
}

function copyRow(plan: ObjectPlan, row: unknown, info: GraphQLResolveInfo, run: Run): Copy {
  assertAtHand(row);
  const copy: Copy = {};
  const opened = run.opened[plan.place];
  if (opened) {
    for (const field of opened) copy[field.asked.key] = copyField(field, row, copy, run);
    return copy;
  }
  const fields = plan.fields.map((field) => run.open(field, info.path));
  run.opened[plan.place] = fields;
  const isKnown = run.known.has(plan.place);
  for (const field of fields) {
    const isHeld = isKnown && field.asked.value.kind === 'LEAF';
    copy[field.asked.key] = (isHeld ? copyField : copyFirst)(field, row, copy, run);
  }
  run.known.add(plan.place);
  return copy;
}

/**
 * At the first row of a place the field's own resolver tells whether the rows of this place hold it: of a column once, of a relation in every
 * execution, because the pages beneath it wait for that.
 */
function copyFirst(open: OpenField<FieldPlan>, row: unknown, copy: Copy, run: Run): unknown {
  const { asked, args, info } = open;
  if (asked.reader.kind !== 'MEMBER') return copyField(open, row, copy, run);
  const value = resolverOf(asked.field)(row, args, run.context, info);
  if (isPromise(value)) throw new NotInTheRow();
  return copyValue(asked.value, value, info, run);
}

function copyField(open: OpenField<FieldPlan>, row: unknown, copy: Copy, run: Run): unknown {
  const { asked, args, info } = open;
  if (asked.reader.kind === 'MEMBER') {
    const member = asked.reader.read(row, args, run.context, info);
    // PostgreSQL knows null; what is undefined was not read.
    if (member === undefined) throw new NotInTheRow();
    return copyValue(asked.value, member, info, run);
  }
  const value = resolverOf(asked.field)(row, args, run.context, info);
  if (!isPromise(value)) return completeField(open, row, value, run);
  run.begin(async () => {
    copy[asked.key] = completeField(open, row, await value, run);
  });
  // Keeps its place among the keys.
  return null;
}

function completeField({ asked, info }: OpenField<FieldPlan>, row: unknown, value: unknown, run: Run): unknown {
  if (asked.reader.kind === 'PAGE') assertPageOf(row, value);
  return copyValue(asked.value, value, info, run);
}

/** Where Pothos had to read a page by itself, it comes with another row as its parent. */
function assertPageOf(row: unknown, page: unknown): void {
  assertAtHand(page);
  const isOfRow = typeof page === 'object' && page !== null && 'parent' in page && page.parent === row;
  if (!isOfRow) throw new NotInTheRow();
}
