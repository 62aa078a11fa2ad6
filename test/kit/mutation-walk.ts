import { type GraphQLInputField, getNamedType, isInputObjectType } from 'graphql';
import { everyMutation, type IdOf, type IdSlot, idTypesOf, isNeeded, sampleInput } from './sample-input.ts';

export type { IdSlot } from './sample-input.ts';

export type MutationForm = {
  readonly name: string;
  readonly inputType: string;
  readonly slots: readonly IdSlot[];
  /** The paths of its lists, ids and inputs alike; each is given one entry. */
  readonly lists: ReadonlySet<string>;
  /** The mutation with an input in which everything that must be given is given, and every id. */
  readonly request: (idOf: IdOf) => { query: string; variables: { input: unknown } };
};

function takesIds(field: GraphQLInputField, seen = new Set<string>()): boolean {
  if (idTypesOf(field)) return true;
  const named = getNamedType(field.type);
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((each) => takesIds(each, seen));
}

const fills = (field: GraphQLInputField): boolean => isNeeded(field) || takesIds(field);

/** Every mutation of the schema, and where its input takes ids. */
export const mutationForms = (): MutationForm[] =>
  everyMutation().map(({ name, input, query }) => {
    const slots: IdSlot[] = [];
    const lists = new Set<string>();
    const idOf = (slot: IdSlot) => {
      slots.push(slot);
      return '';
    };
    sampleInput(input, { fills, idOf, onList: (path) => lists.add(path) });
    const request = (given: IdOf) => ({ query, variables: { input: sampleInput(input, { fills, idOf: given }) } });
    return { name, inputType: input.name, slots, lists, request };
  });
