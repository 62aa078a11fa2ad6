import { models, type Relation } from '@registry/prisma/generated/model.ts';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { shownOrderStatus } from '@registry/schema/delegation/orders/order-status.logic.ts';
import { basisOf } from '@registry/schema/finding/basis.type.ts';
import { shownStatus } from '@registry/schema/risk/mitigation.logic.ts';
import { reviewState } from '@registry/schema/risk/review.logic.ts';
import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';
import { links, modelOf, relationOf } from './filtered-lists.ts';

export type Row = Readonly<Record<string, any>>;
type Where = Readonly<Record<string, any>>;

/** Every row of every table, as plain values, by its id where it has one; entries of the trail by their hash. */
export type Tables = Readonly<Record<string, ReadonlyMap<string, Row>>>;

/** What is filtered of the trail: what was changed by each entry would take most of the memory. */
const ENTRIES = `(SELECT "agencyId", at, act, action, entity, encode(hash, 'hex') AS id FROM "AuditEntry")`;

export async function tablesOf({ superuser }: DatabaseCopy): Promise<Tables> {
  const tables: [string, Map<string, Row>][] = [];
  for (const name of Object.keys(models)) {
    const from = name === 'AuditEntry' ? ENTRIES : `"${name}"`;
    const rows = await asSuperuser<{ row: Row }>(superuser, `SELECT row_to_json(t) AS row FROM ${from} t`);
    tables.push([name, new Map(rows.map(({ row }, place) => [row.id ?? String(place), row]))]);
  }
  return Object.fromEntries(tables);
}

/** Whether whoever asks sees a row that belongs to an agency. */
export type Sees = (row: Row) => boolean;

/** The rows that somebody sees; what belongs to no agency, and editions, all do. */
export const seenBy = (tables: Tables, sees: Sees): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      name === 'Edition' || name === 'AuditEntry' || !models[name]?.columns.agencyId
        ? rows
        : new Map([...rows].filter(([, row]) => sees(row))),
    ]),
  );

const dayOf = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** Fields that are told by the day: what a row shows today. */
const states: Readonly<Record<string, (row: Row, tables: Tables) => string>> = {
  'Mitigation.status': ({ status, dueOn }) => shownStatus(status, dayOf(dueOn), todayInBangkok()),
  'Finding.state': ({ dismissedAt }) => (dismissedAt === null ? 'OPEN' : 'DISMISSED'),
  'DelegationOrder.status': ({ status, effectiveFrom, effectiveTo }) =>
    shownOrderStatus(
      { status, effectiveFrom: dayOf(effectiveFrom), effectiveTo: effectiveTo && dayOf(effectiveTo) },
      todayInBangkok(),
    ),
  'Finding.basis': ({ code, ruleKey }) => basisOf({ code, ruleKey }),
  'Risk.reviewState': ({ level, currentAssessmentId, registerId }, tables) => {
    const assessedOn = tables.Assessment?.get(currentAssessmentId)?.assessedOn;
    const isOwed = tables.RiskRegister?.get(registerId)?.status !== 'IMPORTED';
    return reviewState({ level, assessedOn: assessedOn ? dayOf(assessedOn) : null, isOwed }, todayInBangkok());
  },
};

/** The value of a column of a row; of a row that is not there, none. */
export function valueIn(tables: Tables, model: string, name: string, row: Row | null): any {
  if (row === null) return modelOf(model).columns[name]?.isList ? [] : null;
  return states[`${model}.${name}`]?.(row, tables) ?? row[name];
}

const lower = (text: string): string => text.toLowerCase();

const moment = /^\d{4}-\d\d-\d\dT/;
/** A moment as a number, whatever its offset; all else as it is. */
const comparable = (value: any): any => {
  if (Array.isArray(value)) return value.map(comparable);
  return typeof value === 'string' && moment.test(value) ? new Date(value).getTime() : value;
};

const DAY_MS = 86_400_000;

/** How many days from today a day is, or the day of a moment in Bangkok. */
const daysFromToday = (value: string): number => {
  const day = moment.test(value) ? todayInBangkok(new Date(value)) : dayOf(value);
  return (day.getTime() - todayInBangkok().getTime()) / DAY_MS;
};

/** Amounts are asked for as texts. */
const numbersIn = (asked: any): any =>
  Array.isArray(asked) ? asked.map(Number) : asked === null ? null : Number(asked);

const meetsAll = (value: any, filter: Where): boolean =>
  Object.entries(filter).every(([operator, given]) =>
    given === null && operator !== 'eq' ? true : meets(value, operator, given),
  );

function meets(found: any, operator: string, asked: any): boolean {
  if (operator === 'today') return meetsAll(found === null ? null : daysFromToday(found), asked);
  const value = comparable(found);
  const given = comparable(typeof found === 'number' ? numbersIn(asked) : asked);
  if (operator === 'eq') return value === given;
  if (operator === 'in') return given.includes(value);
  if (operator === 'has') return (value ?? []).includes(given);
  if (operator === 'hasSome') return given.some((each: unknown) => (value ?? []).includes(each));
  if (value === null) return false;
  if (operator === 'contains') return lower(value).includes(lower(given));
  if (operator === 'startsWith') return lower(value).startsWith(lower(given));
  if (operator === 'gt') return value > given;
  if (operator === 'gte') return value >= given;
  if (operator === 'lt') return value < given;
  if (operator === 'lte') return value <= given;
  throw new Error(`No operator ${operator}.`);
}

/** Whether a filter lets a row through, as plain arrays would have it. */
export function letsThrough(tables: Tables, model: string, where: Where, row: Row | null): boolean {
  return Object.entries(where).every(([name, part]) => {
    if (part === null) return true;
    if (name === 'and') return part.every((each: Where) => letsThrough(tables, model, each, row));
    if (name === 'or') return part.some((each: Where) => letsThrough(tables, model, each, row));
    if (name === 'not') return !letsThrough(tables, model, part, row);
    const linked = links[`${model}.${name}`];
    if (linked)
      return Object.entries(part).every(([quantifier, inner]) =>
        inner === null ? true : letsLinkedThrough(tables, linked, quantifier, inner as Where, row),
      );
    const relation = relationOf(model, name);
    if (relation?.isList)
      return Object.entries(part).every(([quantifier, inner]) =>
        inner === null ? true : letsRowsThrough(tables, relation, quantifier, inner as Where, row),
      );
    if (relation) {
      return letsThrough(tables, relation.model, part, row && relatedRow(tables, relation, row));
    }
    return meetsAll(valueIn(tables, model, name, row), part);
  });
}

/** The row that a row points to, by its id or, as the cell of an assessment, by other columns. */
function relatedRow(tables: Tables, { model, from, to }: Relation, row: Row): Row | null {
  const rows = tables[model] ?? new Map();
  const key = from[to.indexOf('id')];
  return (key ? rows.get(row[key]) : rowsBy(rows, to).get(keyOf(row, from))?.[0]) ?? null;
}

const indexes = new WeakMap<ReadonlyMap<string, Row>, Map<string, Map<string, Row[]>>>();

const keyOf = (row: Row, columns: readonly string[]): string => columns.map((column) => row[column]).join();

/** The rows of a table by what they have in some columns. */
function rowsBy(rows: ReadonlyMap<string, Row>, columns: readonly string[]): ReadonlyMap<string, Row[]> {
  const known = indexes.get(rows) ?? new Map<string, Map<string, Row[]>>();
  indexes.set(rows, known);
  const name = columns.join();
  const index = known.get(name) ?? new Map<string, Row[]>();
  if (!known.has(name))
    for (const row of rows.values()) index.set(keyOf(row, columns), [...(index.get(keyOf(row, columns)) ?? []), row]);
  known.set(name, index);
  return index;
}

function letsRowsThrough(
  tables: Tables,
  { model, from, to }: Relation,
  quantifier: string,
  where: Where,
  row: Row | null,
): boolean {
  const rows = (row && rowsBy(tables[model] ?? new Map(), to).get(keyOf(row, from))) ?? [];
  return isSo(quantifier, rows, (each) => letsThrough(tables, model, where, each));
}

/** The same of records that a table links with a row; a link to one that is not seen is none. */
function letsLinkedThrough(
  tables: Tables,
  [table, from, to, model]: readonly [string, string, string, string],
  quantifier: string,
  where: Where,
  row: Row | null,
): boolean {
  const found = (row && rowsBy(tables[table] ?? new Map(), [from]).get(row.id)) ?? [];
  const rows = found.flatMap((link) => tables[model]?.get(link[to]) ?? []);
  return isSo(quantifier, rows, (each) => letsThrough(tables, model, where, each));
}

function isSo(quantifier: string, rows: readonly Row[], lets: (row: Row) => boolean): boolean {
  if (quantifier === 'some') return rows.some(lets);
  return quantifier === 'none' ? !rows.some(lets) : rows.every(lets);
}
