import DataLoader from 'dataloader';
import type { ScopedClient } from './scoped-client.ts';

/** Rows grouped by the key that each belongs to, in the order of the keys. */
function byKey<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map(keys.map((key): [string, Row[]] => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}

/** One loader per relation and request: every level of a query is one more statement, whatever its width. */
export const loadersOf = (db: ScopedClient) => ({
  agency: new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.agency.findMany({ where: { id: { in: [...ids] } } });
    return ids.map((id) => rows.find((row) => row.id === id) ?? new Error('not found'));
  }),
  mitigations: new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.mitigation.findMany({ where: { riskId: { in: [...ids] } }, orderBy: { sortOrder: 'asc' } });
    return byKey(ids, rows, ({ riskId }) => riskId);
  }),
  powers: new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.delegatedPower.findMany({ where: { orderId: { in: [...ids] } }, orderBy: { lineNo: 'asc' } });
    return byKey(ids, rows, ({ orderId }) => orderId);
  }),
  position: new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.position.findMany({ where: { id: { in: [...ids] } } });
    return ids.map((id) => rows.find((row) => row.id === id) ?? new Error('not found'));
  }),
});

export type Loaders = ReturnType<typeof loadersOf>;
