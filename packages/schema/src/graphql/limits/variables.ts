import {
  type GraphQLSchema,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { invalidInput, type RegistryError } from '../../base/errors.ts';
import { CHARACTERS_PER_CONDITION, LIST_MAX, VARIABLES_NESTING_MAX, VARIABLES_VALUES_MAX } from '../limits.ts';

type Variables = Readonly<Record<string, unknown>>;
type Step = { readonly value: unknown; readonly depth: number; readonly path: string };

const tooDeep = (field: string) =>
  invalidInput({
    field,
    message: {
      th: `ค่าซ้อนกันได้ไม่เกิน ${VARIABLES_NESTING_MAX} ชั้น`,
      en: `Values stand at most ${VARIABLES_NESTING_MAX} deep inside each other.`,
    },
  });

const tooMany = (field: string) =>
  invalidInput({
    field,
    message: {
      th: `ตัวแปรทั้งหมดมีค่าได้ไม่เกิน ${VARIABLES_VALUES_MAX} ค่า`,
      en: `All variables together hold at most ${VARIABLES_VALUES_MAX} values.`,
    },
  });

export const tooLong = (field: string) =>
  invalidInput({
    field,
    message: { th: `รายการยาวได้ไม่เกิน ${LIST_MAX} ค่า`, en: `A list holds at most ${LIST_MAX} values.` },
  });

/**
 * What is wrong with the sizes of variables, before anything recurses into them. This check does not recurse: clients may nest values as
 * deep as they like.
 */
export function variablesProblem(variables: Variables): RegistryError | null {
  const open: Step[] = Object.entries(variables).map(([path, value]) => ({ value, depth: 1, path }));
  let seen = open.length;
  for (let step = open.pop(); step; step = open.pop()) {
    const { value, depth, path } = step;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > VARIABLES_NESTING_MAX) return tooDeep(path.split('.')[0] ?? path);
    if (Array.isArray(value) && value.length > LIST_MAX) return tooLong(path);
    const parts = Object.entries(value);
    seen += parts.length;
    if (seen > VARIABLES_VALUES_MAX) return tooMany(path.split('.')[0] ?? path);
    for (const [name, part] of parts) open.push({ value: part, depth: depth + 1, path: `${path}.${name}` });
  }
  return null;
}

/**
 * The parts of the variables that can affect a cost: exact values (numbers, booleans, enum values), the lengths of lists and texts, and
 * which values are present. Requests that are equal in these cost the same.
 */
export const shapeOf = (variables: Variables, exact: ReadonlySet<string>): string =>
  JSON.stringify(Object.entries(variables).map(([name, value]) => [name, exact.has(name) ? value : sizeOf(value)]));

function sizeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sizeOf);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([name, each]) => [name, sizeOf(each)]);
  if (typeof value === 'string') return Math.ceil(value.length / CHARACTERS_PER_CONDITION);
  return value === null ? null : typeof value;
}

const inexact = new Set(['String', 'ID', 'Date', 'DateTime', 'Decimal']);

/** The variables of an operation whose values are few and decide how much comes back. */
export function exactVariables(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
): ReadonlySet<string> {
  const isExact = ({ type }: VariableDefinitionNode): boolean => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    const found = named.kind === Kind.NAMED_TYPE ? schema.getType(named.name.value) : undefined;
    return isLeafType(found) && !inexact.has(found.name);
  };
  return new Set((variableDefinitions ?? []).filter(isExact).map(({ variable }) => variable.name.value));
}
