import type { Rule } from '../../access/shield.ts';
import { type ActErrorCode, type ActErrors, codesOf } from './act-errors.ts';

type DeclaredAct = { readonly by: Rule; readonly codes: readonly ActErrorCode[] };

const acts = new Map<string, DeclaredAct>();

/** Every mutation by name, as its slice declared it: who may do it, and how it may be refused. */
export const declaredActs: ReadonlyMap<string, DeclaredAct> = acts;

/** Declares who may do an act; the schema's shield is made of these rules. */
export function declareAct(name: string, { by, errors }: { readonly by: Rule; readonly errors: ActErrors }): void {
  if (acts.has(name)) throw new Error(`${name} is declared twice.`);
  acts.set(name, { by, codes: codesOf(errors) });
}
