/** A column as the database describes it. */
export type Column = {
  readonly name: string;
  readonly type: string;
  readonly isArray: boolean;
  readonly isEnum: boolean;
  readonly isNullable: boolean;
  /** The table that it points to. */
  readonly refersTo: string | null;
};

export const COLUMNS = `
  SELECT a.attname AS name, coalesce(e.typname, t.typname) AS type, t.typelem <> 0 AND t.typcategory = 'A' AS "isArray",
    coalesce(e.typtype, t.typtype) = 'e' AS "isEnum", NOT a.attnotnull AS "isNullable",
    (SELECT o.confrelid::regclass::text FROM pg_constraint o WHERE o.conrelid = a.attrelid AND o.contype = 'f' AND a.attnum = ANY (o.conkey) LIMIT 1) AS "refersTo"
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
  WHERE a.attrelid = to_regclass('public."' || $1 || '"') AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

const byType: Readonly<Record<string, (column: string) => readonly string[]>> = {
  uuid: () => ['gen_random_uuid()'],
  text: (column) => [`coalesce(${column}, '') || 'ก'`],
  bool: (column) => [`NOT coalesce(${column}, false)`],
  date: (column) => [`coalesce(${column}, '2026-01-01') + 1`, `coalesce(${column}, '2026-01-01') - 1`],
  timestamptz: (column) => [`coalesce(${column}, now()) + interval '1 day'`],
  jsonb: () => [`'{"other": 1}'`],
};
const number = (column: string) => [`coalesce(${column}, 1) + 1`, `coalesce(${column}, 2) - 1`];

/** Other values that a column could have, as SQL: which of them the checks of the table allow is for the database to say. */
export function otherValues({ name, type, isArray, isEnum, isNullable, refersTo }: Column): string[] {
  const column = `"${name}"`;
  const fromList = (list: string, value: string) => [
    `(SELECT ${value} FROM ${list} WHERE ${value} IS DISTINCT FROM ${column} LIMIT 1)`,
  ];
  const nothing = isNullable ? ['NULL'] : [];
  if (isArray) return [`'{}'`, isEnum ? `enum_range(NULL::"${type}")` : `array_append(${column}, NULL)`, ...nothing];
  if (isEnum) return [...fromList(`unnest(enum_range(NULL::"${type}")) AS other`, 'other'), ...nothing];
  const pointed = refersTo ? fromList(`${refersTo} AS o`, 'o.id') : [];
  return [...(byType[type] ?? number)(column), ...pointed, ...nothing];
}
