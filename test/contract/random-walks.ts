import type { GraphQLObjectType } from 'graphql';
import { argumentsOf, objectTypeOf, selectionOf } from '../kit/schema-walk.ts';

/** Numbers from 0 to 1, the same for a seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** One path through the schema, as a field with its selection. */
export function randomWalk(type: GraphQLObjectType, steps: number, random: () => number): string {
  const fields = Object.values(type.getFields()).filter(
    // `authority` may not be null: one refusal of it would empty the answer of all walks beside it.
    (field) =>
      !['node', 'nodes', 'authority'].includes(field.name) &&
      (objectTypeOf(field.type) !== null || field.name === 'id'),
  );
  const onward = fields.filter((field) => objectTypeOf(field.type) !== null);
  const choice = onward[Math.floor(random() * onward.length)];
  if (!choice) return selectionOf(type, 0);
  const target = objectTypeOf(choice.type);
  if (!target) return choice.name;
  const given = choice.name === 'agency' && type.name === 'Query' ? '(code: "BMA-CHOMTHONG")' : argumentsOf(choice, 2);
  const inner =
    steps > 1 && hasOnward(target)
      ? `${selectionOf(target, 0)} ${randomWalk(target, steps - 1, random)}`
      : selectionOf(target, 0);
  return `${choice.name}${given} { ${inner} }`;
}

const hasOnward = (type: GraphQLObjectType): boolean =>
  Object.values(type.getFields()).some((field) => objectTypeOf(field.type) !== null);
