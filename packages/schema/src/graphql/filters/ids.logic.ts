import type { FieldProblem } from '../../base/message.logic.ts';
import { decodeGlobalId } from '../global-id.logic.ts';
import { malformedId, ofAnotherType } from '../id-problems.logic.ts';
import { all, any, type Condition, operatorsOf, valueCondition, type Where } from './filter.logic.ts';

/** The id of records of a type, as clients have it. */
export type Id = {
  readonly kind: 'ID';
  readonly type: string;
  /** What Thai readers call records of a type. */
  readonly labelOf: (type: string) => string;
};

type Reading = { readonly path: string; readonly problems: FieldProblem[] };

/** The id of a record as it is kept; a problem where it is none of this type. */
function keptId({ type, labelOf }: Id, given: unknown, { path, problems }: Reading): string | null {
  const decoded = decodeGlobalId(String(given));
  if (decoded?.typename === type) return decoded.id;
  const isRecord = decoded !== null && labelOf(decoded.typename) !== '';
  problems.push(isRecord ? ofAnotherType(path, [type], decoded.typename, labelOf) : malformedId(path));
  return null;
}

function readIds(field: Id, [operator, given]: readonly [string, unknown], reading: Reading): [string, unknown] {
  if (given === null) return [operator, given];
  const path = `${reading.path}.${operator}`;
  const read = Array.isArray(given)
    ? given.map((each, index) => keptId(field, each, { ...reading, path: `${path}[${index}]` }))
    : keptId(field, given, { ...reading, path });
  return [operator, read];
}

/** The rows with one of some ids, or all others. Every row has one. */
export function idCondition(name: string, field: Id, filter: Where, holds: boolean, reading: Reading): Condition {
  const conditions = operatorsOf(filter).map((operator) =>
    valueCondition(name, { kind: 'VALUE', isRequired: true }, readIds(field, operator, reading), holds),
  );
  return holds ? all(conditions) : any(conditions);
}
