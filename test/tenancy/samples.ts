import type { PrismaClient } from '@registry/prisma/generated/client/client.ts';
import { type Model, models } from '@registry/prisma/generated/model.ts';

export type Row = Readonly<Record<string, unknown>>;
export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows of every model that are really there, so that reads made of their values find something. */
export type Samples = Readonly<Record<string, readonly Row[]>>;

/** The columns that tell the rows of a model apart and always have a value. */
export function keyOf({ columns, keys }: Model): readonly string[] {
  if (keys.id) return keys.id;
  const always = Object.values(keys).find((key) => key.every((column) => columns[column]?.isRequired));
  if (!always) throw new Error('Every model has a key.');
  return always;
}

/** The operations of a model in a client, to be called by name. */
export type Delegate = Readonly<Record<string, (args: Row) => Promise<unknown>>>;
export const delegateOf = (client: object, model: string): Delegate =>
  Reflect.get(client, `${model.charAt(0).toLowerCase()}${model.slice(1)}`);

/** The first rows of what a client sees of each model; models that it may not read are left out. */
export async function samplesOf(client: PrismaClient, take: number): Promise<Samples> {
  const found: [string, Row[]][] = [];
  for (const [name, model] of Object.entries(models)) {
    const orderBy = keyOf(model).map((column) => ({ [column]: 'asc' }));
    try {
      const rows = await delegateOf(client, name).findMany?.({ orderBy, take });
      if (Array.isArray(rows)) found.push([name, rows]);
    } catch {
      // Tables that belong to no scope are read by nobody: asking more of them would show nothing.
    }
  }
  return Object.fromEntries(found);
}

/** The first samples, with those of the others beside them. */
export const withOthers = (samples: Samples, others: Samples): Samples =>
  Object.fromEntries(Object.entries(samples).map(([name, rows]) => [name, [...rows, ...(others[name] ?? [])]]));
