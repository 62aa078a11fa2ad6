import { type Condition, operatorsOf, type Where } from './filter.logic.ts';

/** A state that follows from the day: every row is in exactly one, so that "not in some" means "in one of the others". */
export type State = {
  readonly kind: 'STATE';
  readonly states: readonly string[];
  readonly where: (states: readonly string[]) => Where;
};

/** The states that a filter lets through; null without a condition. A state is never null. */
function chosenStates({ states }: State, filter: Where): readonly string[] | null {
  const operators = operatorsOf(filter);
  if (operators.length === 0) return null;
  return states.filter((state) =>
    operators.every(([operator, value]) =>
      operator === 'in' && Array.isArray(value) ? value.includes(state) : value === state,
    ),
  );
}

/** The rows whose state a filter lets through, or their complement. */
export function stateCondition(state: State, filter: Where, holds: boolean): Condition {
  const chosen = chosenStates(state, filter);
  if (chosen === null) return holds;
  const meant = state.states.filter((each) => chosen.includes(each) === holds);
  if (meant.length === 0 || meant.length === state.states.length) return meant.length > 0;
  return state.where(meant);
}
