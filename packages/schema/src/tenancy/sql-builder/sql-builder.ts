import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { type Model, models } from '@registry/prisma/generated/model.ts';
import { invalidInput } from '../../base/errors.ts';

/** What this folder does not say in SQL: Prisma reads it instead. */
export class NotCompilable extends Error {}

export const notCompilable = (what: string): never => {
  throw new NotCompilable(what);
};

export type Arguments = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Arguments =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !Prisma.Decimal.isDecimal(value);

/** The entries of an object whose value is given; Prisma takes `undefined` for absent, and so does all of this folder. */
export const given = (value: Arguments): [string, unknown][] =>
  Object.entries(value).filter(([, each]) => each !== undefined);

export function modelOf(name: string): Model {
  return models[name] ?? notCompilable(`model ${name}`);
}

/** Names in SQL come from the schema alone, never from a request; what the schema does not know does not get this far. */
export const quoted = (name: string): string => `"${name}"`;

const refuseNul = (): never => {
  throw invalidInput({
    field: 'text',
    message: {
      th: 'ข้อความมีอักขระ NUL (U+0000)',
      en: 'A text holds the character NUL (U+0000), which no record can hold.',
    },
  });
};

/** A value as PostgreSQL reads it from text; moments in UTC, so that the zone of this machine has no say in which day it is. */
function textOf(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? refuseNul() : value;
  if (value instanceof Date) return value.toISOString();
  if (Prisma.Decimal.isDecimal(value)) return value.toString();
  if (Array.isArray(value)) return value.map(textOf);
  if (isObject(value)) return notCompilable('an object as a value');
  return value;
}

/** What a part of a statement added to it. */
export type SqlPart = { readonly values: readonly unknown[]; readonly tables: number };

/** A statement while it is put together: the values it is run with, and names for the tables it reads. */
export class SqlBuilder implements SqlPart {
  readonly values: unknown[] = [];
  readonly #texts = new Map<string, string>();
  #tables = 0;

  get tables(): number {
    return this.#tables;
  }

  /** The place of a value in the statement. */
  value(value: unknown): string {
    this.values.push(textOf(value));
    return `$${this.values.length}`;
  }

  /** The place of a text, one place however often the statement names it. */
  text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const place = this.value(text);
    this.#texts.set(text, place);
    return place;
  }

  table(): string {
    this.#tables += 1;
    return `t${this.#tables}`;
  }

  /** A part that was put together once before, in the same place. */
  add({ values, tables }: SqlPart): void {
    this.values.push(...values);
    this.#tables += tables;
  }
}
