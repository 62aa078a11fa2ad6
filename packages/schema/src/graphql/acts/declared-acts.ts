import type { Rule } from '../../access/shield.ts';
import { type ActErrorCode, type ActErrors, codesOf } from './act-errors.ts';
import type { Standing } from './standing.ts';

type DeclaredAct = {
  readonly by: Rule;
  readonly codes: readonly ActErrorCode[];
  /** What it does, Thai · English. */
  readonly description: string;
  /** What it is done on, and when that refuses it. */
  readonly on: Standing;
  /** The act that it does to many records at once; null for an act on one. */
  readonly manyOf: string | null;
};

type Declaration = Pick<DeclaredAct, 'by' | 'description' | 'on'> & { readonly errors: ActErrors };

const acts = new Map<string, DeclaredAct>();

/** Every mutation by name, as its slice declared it: who may do it, on what, and how it may be refused. */
export const declaredActs: ReadonlyMap<string, DeclaredAct> = acts;

/** Declares who may do an act, and on what; the schema's shield is made of these rules, and so is `can`. */
export function declareAct(
  name: string,
  { by, description, errors, on }: Declaration,
  manyOf: string | null = null,
): void {
  if (acts.has(name)) throw new Error(`${name} is declared twice.`);
  acts.set(name, { by, codes: codesOf(errors), description, on, manyOf });
}
