import fc from 'fast-check';
import { type Asked, type Condition, numberFields, orderName, type Rank } from './plain-groups.ts';
import type { Spec } from './specs.ts';

/** All figures of a grouping, by where they stand in a group. */
export const placesOf = ({ numbers, distinct }: Spec): string[] => [
  'count',
  ...Object.keys(distinct).map((name) => `countDistinct.${name}`),
  ...numberFields.flatMap((field) => Object.keys(numbers).map((name) => `${field}.${name}`)),
];

const operators = ['gt', 'gte', 'lt', 'lte', 'eq'] as const;

function conditionOn(place: string): fc.Arbitrary<Condition> {
  const value = place.startsWith('count')
    ? fc.integer({ min: 0, max: 30 }).map(String)
    : fc.constantFrom('0.00', '1.50', '3.00', '8.33', '12.00', '50.00', '20000.00', '100000.50');
  return fc.record({ place: fc.constant(place), operator: fc.constantFrom(...operators), value });
}

const some = <Value>(values: readonly Value[], min: number, max: number): fc.Arbitrary<Value[]> =>
  fc.shuffledSubarray([...values], { minLength: min, maxLength: Math.min(max, values.length) });

/** Any grouping of a model. */
export function groupings(spec: Spec): fc.Arbitrary<Asked> {
  const places = placesOf(spec);
  return some(Object.keys(spec.keys), 1, 4).chain((groupBy) => {
    const fields = [...groupBy, ...places.map(orderName)];
    const ranks: fc.Arbitrary<Rank[]> = some(fields, 0, 3).chain((chosen) =>
      fc.tuple(
        ...chosen.map((field) =>
          fc.record({
            field: fc.constant(field),
            direction: fc.constantFrom('ASC', 'DESC'),
            nulls: fc.constantFrom(null, 'FIRST', 'LAST'),
          }),
        ),
      ),
    );
    const having = some(places, 0, 2).chain((chosen) => fc.tuple(...chosen.map(conditionOn)));
    return fc.record({
      groupBy: fc.constant(groupBy),
      having: fc.oneof(fc.constant([]), having),
      orderBy: ranks,
      first: fc.constantFrom(1, 3, 20, 1_000),
    });
  });
}

/** Conditions as the API takes them: `{avg: {score: {gt: "3.00"}}}`. */
export function havingInput(conditions: readonly Condition[]): Record<string, any> {
  const input: Record<string, any> = {};
  for (const { place, operator, value } of conditions) {
    const [field = '', name] = place.split('.');
    const given = place.startsWith('count') ? Number(value) : value;
    if (name === undefined) input[field] = { [operator]: given };
    else input[field] = { ...input[field], [name]: { [operator]: given } };
  }
  return input;
}
