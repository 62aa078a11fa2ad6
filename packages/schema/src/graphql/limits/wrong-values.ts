import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  locatedError,
  type OperationDefinitionNode,
  OperationTypeNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { invalidInput, RegistryError } from '../../base/errors.ts';
import type { Message } from '../../base/message.logic.ts';
import { inThaiWords } from '../inputs/field-labels.ts';

type Given = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};
type Steps = readonly (string | number)[];

/** How many wrong values are reported; a request with more has another problem. */
const TOLD_MAX = 20;

/** Ends the search: each of thousands that are wrong would be compared with all that might be meant. */
class Enough extends Error {}

/** Everything for which the variables of an operation are no values of their types, by the names of the fields that are wrong. */
export function wrongVariables(given: Given, hideSuggestions: boolean): GraphQLError[] {
  const definitions = given.operation.variableDefinitions ?? [];
  return definitions.flatMap((definition) => wrongIn(definition, given, hideSuggestions)).slice(0, TOLD_MAX);
}

/** An answer that graphql-js refused for the values of variables, with its errors in our words. */
export function describeWrongVariables<Answer extends { readonly errors?: unknown; readonly data?: unknown }>(
  answer: Answer,
  given: Given,
): Answer | { errors: GraphQLError[] } {
  if (!answer.errors || answer.data !== undefined) return answer;
  const errors = wrongVariables(given, true);
  return errors.length > 0 ? { errors } : answer;
}

function wrongIn(
  definition: VariableDefinitionNode,
  { schema, operation, variables }: Given,
  hideSuggestions: boolean,
): GraphQLError[] {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  const isGiven = Object.hasOwn(variables, name);
  if (!isInputType(type) || (!isGiven && (definition.defaultValue || !isNonNullType(type)))) return [];
  const wrong: GraphQLError[] = [];
  const note = (found: Steps, error: GraphQLError) => {
    if (wrong.length >= TOLD_MAX) throw new Enough();
    const steps = [...found, ...(/^Field "(\w+)" /.exec(error.message)?.slice(1, 2) ?? [])];
    const field = fieldOf(name, operation.operation, steps);
    wrong.push(locatedError(refusalOf(field, type, reasonFor(typeAt(type, steps), error)), [definition]));
  };
  try {
    if (!isGiven) note([], new GraphQLError(`A value of type "${type}" is required, but was not provided.`));
    else coerceInputValue(variables[name], type, (steps, _value, error) => note(steps, error), hideSuggestions);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return wrong;
}

/** A mutation takes one input, and its fields are named from there on; elsewhere they stand in a variable among others. */
function fieldOf(variable: string, operation: OperationTypeNode, steps: Steps): string {
  const isInput = operation === OperationTypeNode.MUTATION && typeof steps[0] === 'string';
  const all = isInput ? steps : [variable, ...steps];
  return all.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`)).join('');
}

function refusalOf(field: string, type: GraphQLInputType, reason: Message): RegistryError {
  const problem = { field, message: { th: `${field}: ${reason.th}`, en: `${field}: ${reason.en}` } };
  const input = getNamedType(type);
  return invalidInput(...(isInputObjectType(input) ? inThaiWords([problem], input) : [problem]));
}

/** What must stand at a place in a value. */
function typeAt(type: GraphQLInputType, steps: Steps): GraphQLInputType {
  return steps.reduce<GraphQLInputType>((within, step) => {
    const nullable = getNullableType(within);
    if (typeof step === 'number') return isListType(nullable) ? nullable.ofType : within;
    const named = getNamedType(within);
    return (isInputObjectType(named) && named.getFields()[step]?.type) || within;
  }, type);
}

const expected: Readonly<Record<string, string>> = {
  Int: 'ต้องเป็นจำนวนเต็ม',
  Float: 'ต้องเป็นจำนวน',
  Boolean: 'ต้องเป็น "true" หรือ "false"',
  String: 'ต้องเป็นข้อความ',
  ID: 'ต้องเป็นรหัสอ้างอิง',
};

/**
 * Our scalars describe what is wrong in both languages; of errors found by graphql-js, people read the kind and programmers the original
 * text.
 */
function reasonFor(type: GraphQLInputType, error: GraphQLError): Message {
  if (error instanceof RegistryError) return error.text;
  const en = error.message;
  if (/not to be null\.$|was not provided\.$/.test(en)) return { th: 'ต้องระบุ', en };
  if (/ is not defined by type /.test(en)) return { th: 'ไม่มีข้อมูลชื่อนี้', en };
  const named = getNamedType(type);
  return { th: isEnumType(named) ? 'ไม่ใช่ค่าที่กำหนดไว้' : (expected[named.name] ?? 'ผิดรูปแบบ'), en };
}
