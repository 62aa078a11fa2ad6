import { invalidInput } from '../../base/errors.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import type { GroupQuestion, GroupRank, Measure } from '../../tenancy/sql-builder/group-question.ts';
import { operatorsOf } from '../filters/filter.logic.ts';
import type { Order } from '../filters/rank.logic.ts';
import { conditionsOf } from '../filters/shape.ts';
import type { Where } from '../filters/where.logic.ts';
import { GROUP_KEYS_MAX, GROUPS_MAX } from '../limits.ts';
import type { Grouping } from './grouping.ts';
import type { Having } from './input-types.ts';
import type { GroupKey } from './key.ts';
import { type Measures, orderName } from './measures.ts';

export type GroupedArguments = {
  readonly groupBy: readonly string[];
  readonly where?: Where | null;
  readonly having?: Having | null;
  readonly orderBy?: readonly Order[] | null;
  readonly first: number;
};

/** A key that is asked for, by its name. */
export type AskedKey = GroupKey & { readonly name: string };

const hasTwice = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

function problemsOf({ groupBy, orderBy, first }: GroupedArguments, { keys }: Grouping): FieldProblem[] {
  const problem = (field: string, th: string, en: string): FieldProblem => ({ field, message: { th, en } });
  const ranks = (orderBy ?? []).map(({ field }) => field);
  return [
    ...(groupBy.length === 0 || groupBy.length > GROUP_KEYS_MAX
      ? [
          problem(
            'groupBy',
            `จัดกลุ่มตามได้ 1 ถึง ${GROUP_KEYS_MAX} อย่าง`,
            `groupBy names from 1 to ${GROUP_KEYS_MAX} keys.`,
          ),
        ]
      : []),
    ...(hasTwice(groupBy) ? [problem('groupBy', 'จัดกลุ่มตามสิ่งเดียวกันซ้ำ', 'groupBy names a key twice.')] : []),
    ...(first < 1 || first > GROUPS_MAX
      ? [problem('first', `ขอได้ 1 ถึง ${GROUPS_MAX} กลุ่ม`, `first is from 1 to ${GROUPS_MAX}.`)]
      : []),
    ...(hasTwice(ranks) ? [problem('orderBy', 'เรียงตามสิ่งเดียวกันซ้ำ', 'orderBy names a field twice.')] : []),
    ...ranks.flatMap((field, place) =>
      field in keys && !groupBy.includes(field)
        ? [
            problem(
              `orderBy[${place}].field`,
              `เรียงตาม ${field} ไม่ได้ เพราะไม่ได้จัดกลุ่มตามนั้น`,
              `Groups are ordered by ${field} only where they are grouped by it.`,
            ),
          ]
        : [],
    ),
  ];
}

/** The keys that are asked for; refuses arguments that contradict each other before anything is read. */
export function askedKeys(args: GroupedArguments, grouping: Grouping): readonly AskedKey[] {
  const problems = problemsOf(args, grouping);
  if (problems.length > 0) throw invalidInput(...problems);
  return args.groupBy.flatMap((name) => {
    const key = grouping.keys[name];
    return key ? [{ ...key, source: key.source, name }] : [];
  });
}

const isWhere = (value: unknown): value is Where => typeof value === 'object' && value !== null;

/** The operators of a filter in Prisma's words. */
const operatorsIn = (filter: Where): Where =>
  Object.fromEntries(operatorsOf(filter).map(([operator, value]) => [operator === 'eq' ? 'equals' : operator, value]));

function havingOf(having: Having, measures: Measures, above = ''): { measure: Measure; operators: Where }[] {
  return Object.entries(having).flatMap(([name, value]) => {
    if (!isWhere(value)) return [];
    const measure = measures.get(above + name);
    return measure ? [{ measure, operators: operatorsIn(value) }] : havingOf(value, measures, `${name}.`);
  });
}

function ranksOf(orderBy: readonly Order[], keys: readonly AskedKey[], measures: Measures): GroupRank[] {
  const byName = new Map([...measures].map(([place, measure]) => [orderName(place), measure]));
  return orderBy.flatMap(({ field, direction, nulls }) => {
    const key = keys.findIndex(({ name }) => name === field);
    const by = key >= 0 ? key : byName.get(field);
    return by === undefined ? [] : [{ by, direction, nulls: nulls ?? 'last' }];
  });
}

/** What the arguments of a grouping ask of the database. */
export function questionOf(
  args: GroupedArguments,
  asked: { readonly keys: readonly AskedKey[]; readonly measures: readonly string[]; readonly asksSamples: boolean },
  { grouping, measures }: { readonly grouping: Grouping; readonly measures: Measures },
): GroupQuestion {
  return {
    model: grouping.model,
    where: conditionsOf(args.where, grouping.shape),
    keys: asked.keys.map(({ source }) => source),
    measures: asked.measures.flatMap((place) => measures.get(place) ?? []),
    having: havingOf(args.having ?? {}, measures),
    orderBy: ranksOf(args.orderBy ?? [], asked.keys, measures),
    first: args.first,
    asksSamples: asked.asksSamples,
  };
}
