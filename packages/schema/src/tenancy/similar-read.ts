import { notAsOfMoment } from './moment-refusals.ts';
import { scopeOf } from './scope.ts';
import { compileSimilar, type SimilarQuestion } from './sql-builder/compile-similar.ts';
import { callerOf, type Scoped } from './tenancy.ts';
import { whereWithin } from './where-within.ts';

/** A record that is like another. */
export type Similar = {
  /** The record that it is like. */
  readonly of: string;
  readonly id: string;
  readonly kind: 'RISK' | 'PROJECT' | 'LIBRARY_RISK';
  readonly score: number;
  readonly isIdentical: boolean;
};

/** The records most like each of some, among what the viewer may see, in one statement. Fingerprints are kept of what there is now alone. */
export async function readSimilar(scoped: Scoped, question: SimilarQuestion): Promise<Similar[]> {
  if (scoped.tenancy.moment) throw notAsOfMoment();
  const scope = scopeOf(scoped.viewer);
  const statement = compileSimilar(question, whereWithin(scoped));
  return scoped.tenancy.query<Similar>(scope, statement, callerOf(scoped));
}
