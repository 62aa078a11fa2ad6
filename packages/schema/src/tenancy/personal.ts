import type { Scope } from './scope.ts';
import type { Arguments } from './sql-builder/sql-builder.ts';

const nothing = { id: { in: [] } };

/** A person where it acts now: for an agency, or for the city. */
type Person = { readonly accountId: string; readonly agencyId: string | null };

function personIn(scope: Scope): Person | null {
  if (scope.kind !== 'agency' && scope.kind !== 'city') return null;
  if (scope.accountId === undefined) return null;
  return { accountId: scope.accountId, agencyId: scope.kind === 'agency' ? scope.agencyId : null };
}

const ownQueries = ({ accountId, agencyId }: Person): Arguments => ({ ownerId: accountId, agencyId });

const sharedQueries = ({ agencyId }: Person): Arguments =>
  agencyId === null
    ? { sharedWith: { in: ['CENTRE', 'ALL_AGENCIES'] } }
    : { OR: [{ sharedWith: 'ALL_AGENCIES' }, { sharedWith: 'OWN_AGENCY', agencyId }] };

const readableQueries = (person: Person): Arguments => ({
  OR: [ownQueries(person), { archivedAt: null, ...sharedQueries(person) }],
});

/** Which rows of what people keep for themselves a scope reads: the person's own, and what others share with such as it. */
export function personalFilter(model: string, scope: Scope): Arguments | null {
  // The auditor reads who ran what and when.
  if (model === 'SavedQueryRun' && scope.kind === 'audit') return null;
  const person = personIn(scope);
  if (!person) return nothing;
  const { accountId, agencyId } = person;
  switch (model) {
    case 'SavedQuery':
      return readableQueries(person);
    case 'SavedQueryVersion':
      return { savedQuery: readableQueries(person) };
    case 'SavedQueryFavourite':
      return { accountId, agencyId };
    case 'SavedQueryRun':
      return { accountId };
    default:
      throw new Error(`The model ${model} has no place in tenancy/personal.ts.`);
  }
}

/** Which of them it may change or remove: the person's own. */
export function ownFilter(model: string, scope: Scope): Arguments {
  const person = personIn(scope);
  if (!person) return nothing;
  if (model === 'SavedQuery') return ownQueries(person);
  return model === 'SavedQueryFavourite' ? { ...person } : nothing;
}

/** Whether a row that is added is the person's own. */
export function isOwnRow(row: Readonly<Record<string, unknown>>, scope: Scope): boolean {
  const person = personIn(scope);
  const { agencyId = null, ownerId, accountId = ownerId } = row;
  // A version has no account: its query has, which the second wall looks at.
  return person !== null && agencyId === person.agencyId && (accountId === undefined || accountId === person.accountId);
}
