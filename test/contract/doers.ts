import { type Prober, readCsv } from './isolation-world.ts';

/** Who tries a mutation: somebody who may do it, so that nothing but the ids stands in the way. */
export const doers: readonly Prober[] = [
  { persona: 'sample-1-editor', role: 'EDITOR', agencyCode: 'SAMPLE-1' },
  { persona: 'sample-1-approver', role: 'APPROVER', agencyCode: 'SAMPLE-1' },
  { persona: 'sample-1-agency-admin', role: 'AGENCY_ADMIN', agencyCode: 'SAMPLE-1' },
  { persona: 'centre', role: 'CENTRE', agencyCode: null },
  { persona: 'city-admin', role: 'CITY_ADMIN', agencyCode: null },
];

export function doerOf(mutation: string): Prober {
  const [header = [], ...table] = readCsv('roles.csv');
  const row = table.find(([field]) => field === `Mutation.${mutation}`);
  const doer = doers.find(({ role }) => row?.[header.indexOf(role)] === 'ok');
  if (!doer) throw new Error(`Nobody may do ${mutation}: see test/contract/roles.csv.`);
  return doer;
}

/** Mutations by the persona who may do them. */
export function byDoer<Form extends { readonly name: string }>(forms: readonly Form[]): Map<string, Form[]> {
  const groups = new Map<string, Form[]>();
  for (const form of forms) {
    const persona = doerOf(form.name).persona ?? '';
    groups.set(persona, [...(groups.get(persona) ?? []), form]);
  }
  return groups;
}
