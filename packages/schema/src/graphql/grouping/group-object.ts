import { builder } from '../builder.ts';

/** Object types that groups are made of; they hold nothing that the rule of their root field does not guard. */
export const groupingTypes = new Set<string>();

/** An object type of groups, to be implemented. */
export function groupObject<Shape extends object>(name: string) {
  groupingTypes.add(name);
  return builder.objectRef<Shape>(name);
}
