import { objectsIn } from '@registry/schema/base/objects-in.logic.ts';
import { type AnswerLimits, unlimited } from '@registry/schema/execution/answer-size.ts';
import { tooHighCost } from '@registry/schema/graphql/limits/refusals.ts';
import type { Limits } from '../config.ts';

const MEGABYTE = 1_048_576;

/** What an admitted request costs, and how large its answer may be. Both grow with what it runs besides its own operation. */
type Budget = { cost: number; readonly limits: { bytesMax: number; objectsMax: number } };

const budgets = new WeakMap<object, Budget>();

const budgetOf = (context: unknown): Budget | undefined =>
  typeof context === 'object' && context !== null ? budgets.get(context) : undefined;

export const answerLimitsOf = (context: unknown): AnswerLimits => budgetOf(context)?.limits ?? unlimited;

/** What a request costs in all; undefined for one that was not admitted. */
export const costOf = (context: unknown): number | undefined => budgetOf(context)?.cost;

/** Admits a request at what its operation costs. */
export function admit(context: object, cost: number, { answerMbMax }: Limits): void {
  // The answer object itself counts, too.
  budgets.set(context, { cost, limits: { bytesMax: answerMbMax * MEGABYTE, objectsMax: cost + 1 } });
}

/** Adds what a request is about to run besides; refused where all of it together costs too much. */
export function addCost(context: object, cost: number, { costMax }: Limits): void {
  const budget = budgetOf(context);
  if (!budget) return;
  if (budget.cost + cost > costMax) throw tooHighCost(budget.cost + cost, costMax);
  budget.cost += cost;
  budget.limits.objectsMax += cost + 1;
}

/** Lets an answer hold errors of what was run besides, as often as they are sent; their own bytes are bounded where they are made. */
export function admitErrors(context: object, errors: readonly object[], times: number): void {
  const budget = budgetOf(context);
  if (!budget) return;
  const objects = times * objectsIn(errors);
  budget.cost += objects;
  budget.limits.objectsMax += objects;
}
