import { describe, expect, it } from '@jest/globals';
import { models } from '@registry/prisma/generated/model.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { isObjectType } from 'graphql';
import { filteredLists } from '../tenancy/filtered-lists.ts';
import { notFiltered } from './filtered-fields.ts';

/**
 * Whatever a record of a list shows of its own columns, and of the records that it is related to, can be filtered by, or stands in
 * filtered-fields.ts with the reason why not. A new field that nobody made a condition for fails this.
 */
const lists = filteredLists().map((list) => [list.type.name, list] as const);

const isIn = (names: Readonly<Record<string, unknown>> | undefined, name: string): boolean => name in (names ?? {});

describe('the filter of a list', () => {
  it.each(lists)('has a condition for all that its records show: %s', (_name, { type, model }) => {
    const facts = models[model];
    const shown = unguardedSchema.getType(model);
    if (!isObjectType(shown)) throw new Error(`No type ${model}.`);
    const fields = Object.keys(shown.getFields()).filter(
      (name) => isIn(facts?.columns, name) || isIn(facts?.relations, name),
    );
    const own = notFiltered[model] ?? {};
    const missing = fields.filter((name) => !(name in type.getFields()) && !(name in own));
    expect(
      missing.map((name) => `${model}.${name}: add it to ${type.name}, or say in filtered-fields.ts why not`),
    ).toEqual([]);
    expect(Object.keys(own).filter((name) => name in type.getFields() || !fields.includes(name))).toEqual([]);
  });
});
