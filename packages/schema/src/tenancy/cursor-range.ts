type Arguments = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Arguments =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Whether what stands where Prisma has a row to go on from is a condition on the rows between two places. */
export const isCursorRange = (cursor: unknown): cursor is { readonly AND: unknown } =>
  isObject(cursor) && 'AND' in cursor;

const members = (selection: unknown): unknown =>
  isObject(selection)
    ? Object.fromEntries(
        Object.entries(selection).map(([name, value]) => [name, isObject(value) ? cursorRangeAsWhere(value) : value]),
      )
    : selection;

/** The arguments of a read in words that Prisma knows: places are conditions like any other, because here nothing is counted by the way. */
export function cursorRangeAsWhere({ cursor, ...args }: Arguments): Arguments {
  const { select, include, where } = args;
  return {
    ...args,
    ...(select === undefined ? {} : { select: members(select) }),
    ...(include === undefined ? {} : { include: members(include) }),
    ...(isCursorRange(cursor)
      ? { where: where === undefined ? cursor : { AND: [where, cursor] } }
      : cursor === undefined
        ? {}
        : { cursor }),
  };
}
