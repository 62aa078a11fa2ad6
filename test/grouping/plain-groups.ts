import type { Spec, Value } from './specs.ts';

/** The figures of groups, by the fields that show them. */
export const numberFields = ['sum', 'avg', 'min', 'max', 'median'] as const;

export type Condition = {
  readonly place: string;
  readonly operator: 'gt' | 'gte' | 'lt' | 'lte' | 'eq';
  readonly value: string;
};
export type Rank = {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST' | null;
};
export type Asked = {
  readonly groupBy: readonly string[];
  readonly having: readonly Condition[];
  readonly orderBy: readonly Rank[];
  readonly first: number;
};

/** What a group is told to be: keys and figures by their names; numbers with decimals are text. */
export type PlainGroup = {
  readonly keys: Readonly<Record<string, Value>>;
  readonly figures: Readonly<Record<string, Value>>;
  readonly rows: readonly any[];
};

/** The place of a value among those of a key, which is what they are ordered by. */
export type PlaceOf = (key: string, value: Value) => number | string;

const hundredths = (text: string): bigint => BigInt(text.replace('.', ''));

const asText = (value: bigint): string => {
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A quotient, rounded half away from zero. */
function rounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const quotient = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -quotient : quotient;
}

function numbersOf(values: readonly bigint[]): Record<(typeof numberFields)[number], string | null> {
  const sorted = [...values].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const count = BigInt(sorted.length);
  const at = (place: number): bigint => sorted[place] ?? 0n;
  if (count === 0n) return { sum: null, avg: null, min: null, max: null, median: null };
  const sum = sorted.reduce((total, each) => total + each, 0n);
  const [low, high] = [at(Math.floor((sorted.length - 1) / 2)), at(Math.floor(sorted.length / 2))];
  return {
    sum: asText(sum),
    avg: asText(rounded(sum, count)),
    min: asText(at(0)),
    max: asText(at(sorted.length - 1)),
    median: asText(rounded(low + high, 2n)),
  };
}

function figuresOf(rows: readonly any[], { numbers, distinct }: Spec): Record<string, Value> {
  const figures: Record<string, Value> = { count: rows.length };
  for (const [name, of] of Object.entries(distinct))
    figures[`countDistinct.${name}`] = new Set(rows.map(of).filter((value) => value !== null)).size;
  for (const [name, of] of Object.entries(numbers)) {
    const told = numbersOf(rows.flatMap((row) => of(row) ?? []).map(hundredths));
    for (const field of numberFields) figures[`${field}.${name}`] = told[field];
  }
  return figures;
}

/** A figure to compare: whole numbers and exact ones alike. */
const comparable = (value: Value): bigint | null => {
  if (value === null) return null;
  return typeof value === 'number' ? BigInt(value) * 100n : hundredths(value);
};

function meets({ figures }: PlainGroup, { place, operator, value }: Condition): boolean {
  const found = comparable(figures[place] ?? null);
  const given = place.startsWith('count') ? BigInt(value) * 100n : hundredths(value);
  if (found === null) return false;
  switch (operator) {
    case 'gt':
      return found > given;
    case 'gte':
      return found >= given;
    case 'lt':
      return found < given;
    case 'lte':
      return found <= given;
    case 'eq':
      return found === given;
  }
}

/** The name of a figure as a field to order by. */
export const orderName = (place: string): string =>
  place
    .replace('countDistinct.', 'count.')
    .split('.')
    .map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');

function compare(one: PlainGroup, other: PlainGroup, { field, direction, nulls }: Rank, placeOf: PlaceOf): number {
  const valueIn = ({ keys, figures }: PlainGroup) => {
    const key = keys[field];
    if (key !== undefined) return key === null ? null : placeOf(field, key);
    const place = Object.keys(figures).find((each) => orderName(each) === field) ?? '';
    return comparable(figures[place] ?? null);
  };
  const [a, b] = [valueIn(one), valueIn(other)];
  if (a === b) return 0;
  if (a === null) return nulls === 'FIRST' ? -1 : 1;
  if (b === null) return nulls === 'FIRST' ? 1 : -1;
  return (a < b ? -1 : 1) * (direction === 'ASC' ? 1 : -1);
}

/** Groups of plain rows: how many meet the conditions, and the first of them in order. */
export function groupsOf(rows: readonly any[], spec: Spec, asked: Asked, placeOf: PlaceOf) {
  const groups = new Map<string, any[]>();
  for (const row of rows) {
    const key = JSON.stringify(asked.groupBy.map((name) => spec.keys[name]?.of(row) ?? null));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const told = [...groups].map(([key, members]): PlainGroup => {
    const values: Value[] = JSON.parse(key);
    return {
      keys: Object.fromEntries(asked.groupBy.map((name, place) => [name, values[place] ?? null])),
      figures: figuresOf(members, spec),
      rows: members,
    };
  });
  const chosen = told.filter((group) => asked.having.every((condition) => meets(group, condition)));
  const ranks = [...asked.orderBy, ...asked.groupBy.map((field): Rank => ({ field, direction: 'ASC' }))];
  chosen.sort((one, other) => {
    for (const rank of ranks) {
      const order = compare(one, other, rank, placeOf);
      if (order !== 0) return order;
    }
    return 0;
  });
  return { groupCount: chosen.length, groups: chosen.slice(0, asked.first) };
}
