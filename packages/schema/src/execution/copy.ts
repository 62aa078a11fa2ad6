import { addValue } from './answer-size.ts';
import type { Execution } from './execution.ts';
import type { AskedField, FieldPlan, ObjectPlan, ValuePlan } from './execution-plan.ts';
import type { Copy, FieldCall } from './field-call.ts';
import { resolverOf } from './field-reader.ts';
import { assertResolved, isPromise, NotInTheRow } from './row.ts';

/** Completes a value as graphql-js would; throws what that would report as an error of this place. */
export function copyValue(plan: ValuePlan, value: unknown, call: FieldCall<AskedField>, execution: Execution): unknown {
  const { info } = call;
  if (value === null || value === undefined) {
    if (plan.isNullable) return null;
    throw new Error(`Cannot return null for non-nullable field ${info.parentType.name}.${info.fieldName}.`);
  }
  switch (plan.kind) {
    case 'LEAF': {
      const serialized = plan.serialize(value);
      if (typeof serialized === 'string') execution.size.addText(serialized);
      else if (typeof serialized === 'object') addValue(serialized, execution.size);
      return serialized;
    }
    case 'LIST':
      return copyList(plan.item, value, call, execution);
    case 'OBJECT':
      return copyRow(plan, value, call, execution);
    case 'ABSTRACT': {
      const type = plan.type.resolveType?.(value, execution.context, info, plan.type);
      const object = typeof type === 'string' ? plan.objects.get(type) : undefined;
      if (!object) throw new NotInTheRow();
      return copyRow(object, value, call, execution);
    }
  }
}

function copyList(plan: ValuePlan, list: unknown, call: FieldCall<AskedField>, execution: Execution): unknown[] {
  assertResolved(list);
  if (!Array.isArray(list)) throw new NotInTheRow();
  const { indices } = execution;
  const depth = indices.length;
  const copies = list.map((item: unknown, index) => {
    indices[depth] = index;
    try {
      return copyValue(plan, item, call, execution);
    } catch (error) {
      return execution.fail(call, error);
    }
  });
  indices.length = depth;
  return copies;
}

function copyRow(plan: ObjectPlan, row: unknown, above: FieldCall<AskedField>, execution: Execution): Copy {
  assertResolved(row);
  execution.size.addObject(plan.characters);
  const copy: Copy = {};
  const calls = execution.calls[plan.place];
  if (calls) {
    for (const field of calls) copy[field.asked.key] = copyField(field, row, copy, execution);
    return copy;
  }
  const fields = plan.fields.map((field) => execution.call(field, above));
  execution.calls[plan.place] = fields;
  const isKnown = execution.known.has(plan.place);
  for (const field of fields) {
    const isHeld = isKnown && field.asked.value.kind === 'LEAF';
    copy[field.asked.key] = (isHeld ? copyField : copyFirst)(field, row, copy, execution);
  }
  execution.known.add(plan.place);
  return copy;
}

/**
 * At the first row of a place, the field's own resolver shows whether the rows of this place hold it: for a column once, for a relation in
 * every execution, because the pages beneath it wait for that.
 */
function copyFirst(call: FieldCall<FieldPlan>, row: unknown, copy: Copy, execution: Execution): unknown {
  const { asked, args, info } = call;
  if (asked.reader.kind !== 'MEMBER') return copyField(call, row, copy, execution);
  try {
    const value = resolverOf(asked.field)(row, args, execution.context, info);
    if (isPromise(value)) throw new NotInTheRow();
    return copyValue(asked.value, value, call, execution);
  } catch (error) {
    return execution.fail(call, error);
  }
}

function copyField(call: FieldCall<FieldPlan>, row: unknown, copy: Copy, execution: Execution): unknown {
  try {
    return call.asked.reader.kind === 'MEMBER'
      ? copyMember(call, row, execution)
      : copyResolved(call, row, copy, execution);
  } catch (error) {
    return execution.fail(call, error);
  }
}

function copyMember(call: FieldCall<FieldPlan>, row: unknown, execution: Execution): unknown {
  const { asked, args, info } = call;
  const member = asked.reader.read(row, args, execution.context, info);
  // PostgreSQL knows null; what is undefined was not read.
  if (member === undefined) throw new NotInTheRow();
  return copyValue(asked.value, member, call, execution);
}

function copyResolved(call: FieldCall<FieldPlan>, row: unknown, copy: Copy, execution: Execution): unknown {
  const { asked, args, info, problem } = call;
  if (problem) throw problem.error;
  const value = resolverOf(asked.field)(row, args, execution.context, info);
  if (!isPromise(value)) return completeField(call, row, value, execution);
  const indices = [...execution.indices];
  execution.begin(call, async () => {
    const found = await value;
    execution.indices = indices;
    copy[asked.key] = completeField(call, row, found, execution);
  });
  // Keeps its place among the keys.
  return null;
}

function completeField(call: FieldCall<FieldPlan>, row: unknown, value: unknown, execution: Execution): unknown {
  if (call.asked.reader.kind === 'PAGE') assertPageOf(row, value);
  return copyValue(call.asked.value, value, call, execution);
}

/** Where Pothos had to read a page by itself, it comes with another row as its parent. */
function assertPageOf(row: unknown, page: unknown): void {
  assertResolved(page);
  const isOfRow = typeof page === 'object' && page !== null && 'parent' in page && page.parent === row;
  if (!isOfRow) throw new NotInTheRow();
}
