import { type GraphQLSchema, isEnumType } from 'graphql';
import leven from 'leven';
import { invalidInput } from '../base/errors.ts';
import { namesIn } from '../base/meaning.logic.ts';

/** What people call a value of an enum. */
export type EnumLabel = { readonly value: string; readonly th: string; readonly en: string };

type Labels = ReadonlyMap<string, readonly EnumLabel[]>;

const known = new WeakMap<GraphQLSchema, Labels>();

function labelsOf(schema: GraphQLSchema): Labels {
  const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
  return new Map(
    enums.map((type) => [
      type.name,
      type.getValues().map(({ name, description }) => ({ value: name, ...namesIn(description ?? name) })),
    ]),
  );
}

/** Names that are told as near, and how many letters may differ: a third of the name. */
const NEAR_MAX = 3;
const LETTERS_OF_ERROR = 3;

/** The enums whose names are nearest to what was asked for, the nearest first. */
export function nearNames(asked: string, names: readonly string[]): string[] {
  const wanted = asked.toLowerCase();
  return names
    .map((name) => ({ name, distance: distanceOf(name.toLowerCase(), wanted) }))
    .filter(({ name, distance }) => distance <= name.length / LETTERS_OF_ERROR)
    .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
    .slice(0, NEAR_MAX)
    .map(({ name }) => name);
}

/** A name that holds what was asked for, or stands in it, is as near as one with a letter wrong. */
const distanceOf = (name: string, wanted: string): number =>
  wanted !== '' && (name.includes(wanted) || wanted.includes(name)) ? 1 : leven(name, wanted);

/** What the values of an enum are called; refused with near names where there is no such enum. */
export function enumLabels(schema: GraphQLSchema, asked: string): EnumLabel[] {
  const labels = known.get(schema) ?? labelsOf(schema);
  known.set(schema, labels);
  const found = labels.get(asked);
  if (found) return [...found];
  const near = nearNames(asked, [...labels.keys()]);
  const [th, en] =
    near.length > 0 ? [` หมายถึง ${near.join(', ')} หรือไม่`, ` Did you mean ${near.join(', ')}?`] : ['', ''];
  throw invalidInput({
    field: 'enum',
    code: 'ENUM_UNKNOWN',
    message: { th: `ไม่มีรายการค่าชื่อที่ระบุ${th}`, en: `There is no enum of that name.${en}` },
  });
}
