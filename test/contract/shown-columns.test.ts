import { describe, expect, it } from '@jest/globals';
import { type Model, models } from '@registry/prisma/generated/model.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { isInputObjectType, isObjectType } from 'graphql';
import { fileOf, filesCalledFrom } from '../kit/sources.ts';
import { NOT_SHOWN, notShownOf, written } from './shown-columns.ts';

/**
 * Every column of the database held to the API: it is a field of its type, and of the inputs that write the record, or stands in
 * shown-columns.ts with the reason why not. A new column that nobody thought of fails this.
 */
const REASONS = 'give the reason in test/contract/shown-columns.ts';

function fieldsOf(name: string): readonly string[] {
  const type = unguardedSchema.getType(name);
  return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];
}

/** The columns that point to a record which is shown beside it, or which shows it. */
const linked = (name: string, { relations }: Model): string[] =>
  Object.entries(relations).flatMap(([relation, { isList, model, from, to }]) => {
    const back = Object.entries(models[model]?.relations ?? {}).filter(
      ([, other]) => other.model === name && `${other.from} ${other.to}` === `${to} ${from}`,
    );
    const isShown = fieldsOf(name).includes(relation) || back.some(([other]) => fieldsOf(model).includes(other));
    return isShown && !isList ? from : [];
  });

/** Where the fields of an input stand: with it, or in what it spreads. */
const placesOf = (input: string): string => {
  const file = fileOf(input);
  return [file, ...filesCalledFrom(file, /\.\.\.(\w+)\(t\b/g)].join(' or ');
};

describe('a column of the database', () => {
  it('is a field of its type, or has the reason why not', () => {
    const silent = Object.entries(models).flatMap(([name, model]) => {
      const fields = fieldsOf(name);
      const said = [...fields, ...linked(name, model), ...Object.keys({ ...NOT_SHOWN, ...notShownOf[name] })];
      return Object.keys(model.columns)
        .filter((column) => fields.length > 0 && !said.includes(column))
        .map((column) => `${name}.${column}: show it in ${fileOf(name)}, or ${REASONS} (notShownOf)`);
    });
    expect(silent).toEqual([]);
  });

  it('is a field of the inputs that write its record, or has the reason why not', () => {
    const silent = Object.entries(written).flatMap(([name, { by, not }]) =>
      Object.keys(models[name]?.columns ?? {}).flatMap((column) =>
        by
          .filter((input) => !fieldsOf(input).includes(column) && !(column in not))
          .map((input) => `${name}.${column}: take it in ${input}, ${placesOf(input)}, or ${REASONS} (written)`),
      ),
    );
    expect(silent).toEqual([]);
  });

  it('that has a reason is there, and has no field', () => {
    const stale = Object.entries(notShownOf).flatMap(([name, reasons]) =>
      Object.keys(reasons)
        .filter((column) => !models[name]?.columns[column] || fieldsOf(name).includes(column))
        .map((column) => `${name}.${column}`),
    );
    const staleInputs = Object.entries(written).flatMap(([name, { by, not }]) =>
      Object.keys(not)
        .filter((column) => column !== 'id' && by.every((input) => fieldsOf(input).includes(column)))
        .map((column) => `${name}.${column}`),
    );
    expect([...stale, ...staleInputs]).toEqual([]);
  });
});
