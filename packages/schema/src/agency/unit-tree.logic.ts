export type PlacedUnit = { readonly id: string; readonly parentId: string | null };

/** Whether a unit would lie beneath itself if it were put under a parent. */
export function isBeneath(units: readonly PlacedUnit[], parentId: string, unitId: string): boolean {
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const passed = new Set<string>();
  for (let place: string | null = parentId; place !== null && !passed.has(place); place = parentOf.get(place) ?? null) {
    if (place === unitId) return true;
    passed.add(place);
  }
  return false;
}
