import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { everyMutation, type IdOf, type IdSlot, idTypesOf, isNeeded, sampleInput } from './sample-input.ts';

export type { IdSlot } from './sample-input.ts';

type Request = { readonly query: string; readonly variables: { readonly input: unknown } };

/** A field of an input type. */
type Step = { readonly type: GraphQLInputObjectType; readonly field: GraphQLInputField };

/** A field somewhere in an input, and the fields that lead to it. */
type Place = Step & { readonly above: readonly Step[] };

/** Every field of an input and of the inputs inside it; one that is inside itself is not entered again. */
function* walk(type: GraphQLInputObjectType, above: readonly Step[] = []): Generator<Place> {
  if (above.some((step) => step.type === type)) return;
  for (const field of Object.values(type.getFields())) {
    yield { type, field, above };
    const named = getNamedType(field.type);
    if (isInputObjectType(named)) yield* walk(named, [...above, { type, field }]);
  }
}

const isList = ({ type }: GraphQLInputField): boolean => isListType(getNullableType(type));

export type MutationForm = {
  readonly name: string;
  readonly inputType: string;
  readonly slots: readonly IdSlot[];
  /** The paths of its lists, ids and inputs alike; each is given one entry. */
  readonly lists: ReadonlySet<string>;
  /** The mutation with an input in which everything that must be given is given, and every id. */
  readonly request: (idOf: IdOf) => Request;
};

function takesIds(field: GraphQLInputField): boolean {
  const named = getNamedType(field.type);
  const inside = isInputObjectType(named) ? [...walk(named)] : [];
  return [field, ...inside.map((place) => place.field)].some((each) => idTypesOf(each) !== null);
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

/** A place of a mutation's input that takes a value of some kind: how it is called, and a request that says it there. */
export type InputPlace = {
  readonly mutation: string;
  readonly path: string;
  /** Description of the field. */
  readonly description: string;
  readonly inputType: string;
  readonly request: (value: unknown) => Request;
};

const someId: IdOf = ({ types: [type = 'Risk'] }) => encodeGlobalId(type, '00000000-0000-7000-8000-00000000abcd');

/** An input with a value in one field, and in those that must be given. */
const inputWith = ({ type, field }: Step, value: unknown): Record<string, unknown> => ({
  ...sampleInput(type, { fills: isNeeded, idOf: someId }),
  [field.name]: isList(field) ? [value] : value,
});

/** Every place of every mutation's input that takes a value of a scalar. */
export const inputPlaces = (scalar: string): InputPlace[] =>
  everyMutation().flatMap(({ name, input, query }) =>
    [...walk(input)]
      .filter(({ field }) => getNamedType(field.type).name === scalar)
      .map(({ type, field, above }) => {
        const steps = [...above, { type, field }];
        return {
          mutation: name,
          inputType: input.name,
          path: steps.map((step) => (isList(step.field) ? `${step.field.name}[0]` : step.field.name)).join('.'),
          description: field.description ?? '',
          request: (value) => ({
            query,
            variables: { input: steps.reduceRight((inside, step) => inputWith(step, inside), value) },
          }),
        };
      }),
  );
