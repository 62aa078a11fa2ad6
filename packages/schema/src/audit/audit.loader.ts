import { valueLoader } from '../graphql/loader.ts';
import { type AuditRow, trailLengths, trailsOf, type Window } from '../tenancy/audit-trail.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { imageOf, nameOfRow } from './audit-changes.logic.ts';

type TrailKey = { readonly recordId: string; readonly window: Window };

const nameOf = ({ olderThan, newerThan, size, from }: Window): string =>
  `${olderThan?.seq} ${newerThan?.seq} ${size} ${from}`;
const keyOf = ({ recordId, window }: TrailKey): string => `${recordId} ${nameOf(window)}`;

/** A page of the trail of a record; all records of a list, which are asked for the same page, share a statement. */
export const trailOfRecord = valueLoader(async (context, keys: readonly TrailKey[]) => {
  const found = new Map<string, AuditRow[]>();
  for (const window of new Map(keys.map((key) => [nameOf(key.window), key.window])).values()) {
    const asked = keys.filter((key) => nameOf(key.window) === nameOf(window)).map(({ recordId }) => recordId);
    const rows = await trailsOf(context, asked, window);
    for (const { recordId, ...row } of rows) {
      const key = keyOf({ recordId, window });
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return keys.map((key) => found.get(keyOf(key)) ?? []);
}, keyOf);

export const trailLengthOfRecord = valueLoader(async (context, ids: readonly string[]) => {
  const lengths = await trailLengths(context, ids);
  return ids.map((id) => lengths.get(id) ?? 0);
});

type RowKey = { readonly agencyId: string; readonly id: string };
export type AddedRow = { readonly entity: string; readonly name: string | null };

/** A row as it was when it was added: the trail knows it even when it is gone. */
export const addedRow = valueLoader(
  async (context, keys: readonly RowKey[]): Promise<(AddedRow | null)[]> => {
    const added = await agencyDb(context).auditEntry.findMany({
      where: {
        agencyId: { in: [...new Set(keys.map(({ agencyId }) => agencyId))] },
        entityId: { in: [...new Set(keys.map(({ id }) => id))] },
        action: 'INSERT',
      },
      select: { entityId: true, entity: true, after: true },
    });
    const rows = new Map(
      added.map(({ entityId, entity, after }) => [entityId, { entity, name: nameOfRow(imageOf(after)) }]),
    );
    return keys.map(({ id }) => rows.get(id) ?? null);
  },
  ({ agencyId, id }) => `${agencyId} ${id}`,
);
