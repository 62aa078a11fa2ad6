import { conflict, invalidInput } from './errors.ts';
import type { FieldProblem } from './message.logic.ts';

/** Whether the database refused a row because its key is taken. */
export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';

/** A change that gives a row its key: two acts that were checked side by side may want the same one, and the later is told so. */
export async function unlessTaken<Result>(change: PromiseLike<Result>, taken: FieldProblem): Promise<Result> {
  try {
    return await change;
  } catch (error) {
    throw isDuplicate(error) ? invalidInput(taken) : error;
  }
}

/** What a failure means to the client: two acts that were checked side by side added the same thing, and the database let one of them. */
export const refusalIn = (error: unknown): unknown => (isDuplicate(error) ? conflict() : error);
