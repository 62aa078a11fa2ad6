/** A filter as a client writes it: fields with operators, combined by and, or and not. */
export type Where = Readonly<Record<string, unknown>>;

/** Fields that are not columns: each says what its filter means in columns. */
export type VirtualFields = Readonly<Record<string, (filter: Where) => Where>>;

const operators: Readonly<Record<string, string>> = {
  eq: 'equals',
  in: 'in',
  gt: 'gt',
  gte: 'gte',
  lt: 'lt',
  lte: 'lte',
  contains: 'contains',
  startsWith: 'startsWith',
  has: 'has',
  hasSome: 'hasSome',
};

const isPlainObject = (value: unknown): value is Where =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) !== Array.prototype &&
  !(value instanceof Date) &&
  ['Object', undefined].includes(value.constructor?.name);

/** LIKE gives `\`, `%` and `_` a meaning; what people type has none. */
const literalText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The conditions on one field: those on a part of its text, which disregard case, stand by themselves. */
function compileFilter(filter: Where): Where[] {
  const exact: Record<string, unknown> = {};
  const parts: Record<string, unknown> = {};
  for (const [operator, value] of Object.entries(filter)) {
    if (value === undefined || (value === null && operator !== 'eq')) continue;
    const name = operators[operator];
    if (name === undefined) throw new Error(`Unknown filter operator ${operator}.`);
    const isText = operator === 'contains' || operator === 'startsWith';
    if (isText) parts[name] = literalText(String(value));
    else exact[name] = value;
  }
  if (Object.keys(parts).length === 0) return [exact];
  const found = { ...parts, mode: 'insensitive' };
  return Object.keys(exact).length > 0 ? [exact, found] : [found];
}

const isFilter = (value: Where): boolean => Object.keys(value).every((key) => key in operators);

/** The filter in Prisma's words. Absent and null parts filter nothing; `{eq: null}` asks for rows without a value. */
export function compileWhere(where: Where | null | undefined, virtual: VirtualFields = {}): Where {
  if (!where) return {};
  const parts: Where[] = [];
  for (const [field, value] of Object.entries(where)) {
    if (value === null || value === undefined) continue;
    if (field === 'and' && Array.isArray(value)) parts.push({ AND: value.map((part) => compileWhere(part, virtual)) });
    else if (field === 'or' && Array.isArray(value))
      parts.push({ OR: value.map((part) => compileWhere(part, virtual)) });
    else if (!isPlainObject(value)) throw new Error(`A filter of ${field} must be an object.`);
    else if (field === 'not') parts.push({ NOT: compileWhere(value, virtual) });
    else if (virtual[field]) parts.push(virtual[field](value));
    else if (isFilter(value)) for (const each of compileFilter(value)) parts.push({ [field]: each });
    else parts.push({ [field]: compileWhere(value) });
  }
  return parts.length === 1 && parts[0] ? parts[0] : { AND: parts };
}

/** A filter of an enum, as its virtual field receives it. */
export type EnumChoice<Value extends string> = { readonly eq?: Value | null; readonly in?: readonly Value[] | null };

/** The values that a filter of an enum lets through. */
export const chosenValues = <Value extends string>({ eq, in: several }: EnumChoice<Value>): Value[] => {
  if (eq && several) return several.includes(eq) ? [eq] : [];
  return eq ? [eq] : [...(several ?? [])];
};
