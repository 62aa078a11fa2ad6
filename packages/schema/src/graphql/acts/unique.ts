import { conflict, forbidden, invalidInput } from '../../base/errors.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { roleRefusals } from '../../base/role-refusals.ts';
import { ownWriting } from '../../base/two-people.ts';

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** SQLSTATE of a row whose key is taken, and of a row that refers to one that is not there. */
const DUPLICATE = '23505';
const DANGLING = '23503';
/** What `app.require_change` says of a change that found nothing to change. */
const UNCHANGED = 'RG409';
/** What the audit trigger raises for an account that may not, or no longer, act there. */
const NO_ACTOR = 'RG403';
/** What `app.keep_two_people` raises when the approver wrote in the record. */
const OWN_WRITING = 'RG407';

/** Whether the database refused a row because its key is taken. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === DUPLICATE;

/** A change that gives a row its key: of two concurrent acts that want the same one, the later is refused. */
export async function unlessTaken<Result>(change: PromiseLike<Result>, taken: FieldProblem): Promise<Result> {
  try {
    return await change;
  } catch (error) {
    throw isDuplicate(error) ? invalidInput(taken) : error;
  }
}

/**
 * What a failure means to the client: of two concurrent acts, both added or changed the same thing, or one removed what the other refers
 * to, and the database let the first win. Or an account lost its role during its request.
 */
export function refusalIn(error: unknown): unknown {
  const code = codeOf(error);
  if (code === NO_ACTOR) return forbidden('บัญชีนี้ไม่มีบทบาทนี้แล้ว', 'The account no longer holds the role in which it acts.');
  if (code === OWN_WRITING) return ownWriting();
  const ofRoles = typeof code === 'string' ? roleRefusals[code] : undefined;
  if (ofRoles) return ofRoles();
  return [DUPLICATE, DANGLING, UNCHANGED].some((each) => each === code) ? conflict() : error;
}
