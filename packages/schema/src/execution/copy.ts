import type { Copy, OpenField } from './open-field.ts';
import type { AskedField, FieldPlan, ObjectPlan, ValuePlan } from './plan.ts';
import { resolverOf } from './reader.ts';
import { assertAtHand, isPromise, NotInTheRow } from './row.ts';
import type { Run } from './run.ts';

/** Completes a value as graphql-js would; throws what that would report as an error of this place. */
export function copyValue(plan: ValuePlan, value: unknown, open: OpenField<AskedField>, run: Run): unknown {
  const { info } = open;
  if (value === null || value === undefined) {
    if (plan.isNullable) return null;
    throw new Error(`Cannot return null for non-nullable field ${info.parentType.name}.${info.fieldName}.`);
  }
  switch (plan.kind) {
    case 'LEAF': {
      const serialized = plan.serialize(value);
      if (typeof serialized === 'string') run.size.addText(serialized);
      return serialized;
    }
    case 'LIST':
      return copyList(plan.item, value, open, run);
    case 'OBJECT':
      return copyRow(plan, value, open, run);
    case 'ABSTRACT': {
      const type = plan.type.resolveType?.(value, run.context, info, plan.type);
      const object = typeof type === 'string' ? plan.objects.get(type) : undefined;
      if (!object) throw new NotInTheRow();
      return copyRow(object, value, open, run);
    }
  }
}

function copyList(plan: ValuePlan, list: unknown, open: OpenField<AskedField>, run: Run): unknown[] {
  assertAtHand(list);
  if (!Array.isArray(list)) throw new NotInTheRow();
  const { indices } = run;
  const depth = indices.length;
  const copies = list.map((item: unknown, index) => {
    indices[depth] = index;
    try {
      return copyValue(plan, item, open, run);
    } catch (error) {
      return run.fail(open, error);
    }
  });
  indices.length = depth;
  return copies;
}

function copyRow(plan: ObjectPlan, row: unknown, above: OpenField<AskedField>, run: Run): Copy {
  assertAtHand(row);
  run.size.addObject(plan.letters);
  const copy: Copy = {};
  const opened = run.opened[plan.place];
  if (opened) {
    for (const field of opened) copy[field.asked.key] = copyField(field, row, copy, run);
    return copy;
  }
  const fields = plan.fields.map((field) => run.open(field, above));
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
  try {
    const value = resolverOf(asked.field)(row, args, run.context, info);
    if (isPromise(value)) throw new NotInTheRow();
    return copyValue(asked.value, value, open, run);
  } catch (error) {
    return run.fail(open, error);
  }
}

function copyField(open: OpenField<FieldPlan>, row: unknown, copy: Copy, run: Run): unknown {
  try {
    return open.asked.reader.kind === 'MEMBER' ? copyMember(open, row, run) : copyResolved(open, row, copy, run);
  } catch (error) {
    return run.fail(open, error);
  }
}

function copyMember(open: OpenField<FieldPlan>, row: unknown, run: Run): unknown {
  const { asked, args, info } = open;
  const member = asked.reader.read(row, args, run.context, info);
  // PostgreSQL knows null; what is undefined was not read.
  if (member === undefined) throw new NotInTheRow();
  return copyValue(asked.value, member, open, run);
}

function copyResolved(open: OpenField<FieldPlan>, row: unknown, copy: Copy, run: Run): unknown {
  const { asked, args, info, problem } = open;
  if (problem) throw problem.error;
  const value = resolverOf(asked.field)(row, args, run.context, info);
  if (!isPromise(value)) return completeField(open, row, value, run);
  const indices = [...run.indices];
  run.begin(open, async () => {
    const found = await value;
    run.indices = indices;
    copy[asked.key] = completeField(open, row, found, run);
  });
  // Keeps its place among the keys.
  return null;
}

function completeField(open: OpenField<FieldPlan>, row: unknown, value: unknown, run: Run): unknown {
  if (open.asked.reader.kind === 'PAGE') assertPageOf(row, value);
  return copyValue(open.asked.value, value, open, run);
}

/** Where Pothos had to read a page by itself, it comes with another row as its parent. */
function assertPageOf(row: unknown, page: unknown): void {
  assertAtHand(page);
  const isOfRow = typeof page === 'object' && page !== null && 'parent' in page && page.parent === row;
  if (!isOfRow) throw new NotInTheRow();
}
