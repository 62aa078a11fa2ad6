/** How many objects a value holds, itself included; lists are none. */
export function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce((sum: number, part) => sum + objectsIn(part), 0);
  return Array.isArray(value) ? inner : inner + 1;
}
