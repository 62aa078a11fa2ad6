import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import type { FieldProblem } from '../../base/message.logic.ts';
import { thaiLabel } from '../thai-label.logic.ts';

/** A field's name, or its path, where a sentence says one. */
const path = /(?<![\w.#[\]-])[a-z][A-Za-z0-9]*(?:\[\d+\])*(?:\.[a-z][A-Za-z0-9]*(?:\[\d+\])*)*(?![\w[\]-])/g;
const thai = '\\u0e00-\\u0e7f';
const betweenThai = new RegExp(`(?<=[${thai}]) ?\\u2060 ?(?=[${thai}])`, 'g');
/** Marks where a label begins and ends until the sentence is whole; no text of the registry holds it. */
const EDGE = '\u2060';

/** What has fields that a client fills: an input, or the arguments of a field. */
type Filled = {
  getFields(): Readonly<
    Record<string, { readonly description?: string | null | undefined; readonly type: GraphQLType }>
  >;
};

type Found = { readonly label: string; readonly within: Filled };

/** A condition on one value: its label is that of the field it stands for. */
const isCondition = (type: GraphQLNamedType): type is GraphQLInputObjectType =>
  isInputObjectType(type) && 'eq' in type.getFields();

/** The field at a path that begins in an input, and the input that it stands in. */
function fieldAt(type: Filled, names: readonly string[]): Found | null {
  const [name = '', ...further] = names;
  const field = type.getFields()[name];
  if (!field) return null;
  const named = getNamedType(field.type);
  if (further.length > 0 && !isCondition(named)) return isInputObjectType(named) ? fieldAt(named, further) : null;
  return { label: thaiLabel(field.description ?? '') || name, within: type };
}

const namesIn = (said: string): string[] => said.replace(/\[\d+\]/g, '').split('.');

/** The position of a list's entry: people count from 1. */
function placeIn(said: string): string {
  const numbers = [...said.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index) + 1);
  return numbers.length > 0 ? ` (รายการที่ ${numbers.join('.')})` : '';
}

/** A Thai sentence with what people call its fields in place of their names; those beside the field that it is about count too. */
function inWords(sentence: string, types: readonly Filled[]): string {
  const labelled = sentence.replace(path, (said) => {
    const names = namesIn(said);
    const [found] = types.flatMap((type) => fieldAt(type, names) ?? []);
    return found ? `${EDGE}${found.label}${placeIn(said)}${EDGE}` : said;
  });
  return labelled.replace(betweenThai, '').replaceAll(EDGE, '');
}

/** What can be filled in for a field: its arguments and the fields of its input. A refusal may be about the field itself, too. */
export function argumentsOf(field: GraphQLField<unknown, unknown>): Filled {
  const input = getNamedType(field.args.find(({ name }) => name === 'input')?.type);
  const within = isInputObjectType(input) ? Object.values(input.getFields()) : [];
  return { getFields: () => Object.fromEntries([field, ...field.args, ...within].map((each) => [each.name, each])) };
}

/** Problems with the fields of an input, with Thai labels; a problem of no field keeps its text. */
export const inThaiWords = (problems: readonly FieldProblem[], input: Filled): FieldProblem[] =>
  problems.map((problem) => {
    const found = fieldAt(input, namesIn(problem.field));
    if (!found) return problem;
    const { th, en } = problem.message;
    return { ...problem, message: { th: inWords(th, [input, found.within]), en } };
  });
