/** What each row has of its own, and where the registry took the old one from. */
const OWN_COLUMNS = [
  'id',
  'disclosure',
  'version',
  'createdAt',
  'updatedAt',
  'origin',
  'sourceDocument',
  'sourceSection',
] as const;

/**
 * What a new row copies from the one that it continues: every column except the named ones, so that a new column of the model is copied by
 * default.
 */
export function copiedRow<Row extends object, Left extends keyof Row>(
  row: Row,
  ...left: readonly Left[]
): Omit<Row, Left | (typeof OWN_COLUMNS)[number]>;
export function copiedRow(row: object, ...left: readonly PropertyKey[]): object {
  const dropped = new Set<PropertyKey>([...OWN_COLUMNS, ...left]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => !dropped.has(name)));
}
