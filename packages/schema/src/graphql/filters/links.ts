import { models, type Relation } from '@registry/prisma/generated/model.ts';

/** The relation by which a row of a linking table leads on to a record, and the model of that. */
export type Link = { readonly name: string; readonly model: string };

/** Columns that rows have whatever they are about. */
const OF_EVERY_ROW = ['agencyId', 'disclosure'];

/**
 * Where a list of rows that do nothing but link two records leads to; null where it is no such list. A client knows of the records on both sides
 * alone, so that filters pass over the rows between them.
 */
export function linkBehind({ model, isList, to }: Relation): Link | null {
  const facts = models[model];
  if (!isList || !facts) return null;
  const relations = Object.entries(facts.relations).filter(([, each]) => !each.isList);
  const linking = new Set([...OF_EVERY_ROW, ...relations.flatMap(([, { from }]) => from)]);
  if (relations.length !== 2 || Object.keys(facts.columns).some((column) => !linking.has(column))) return null;
  const onward = relations.find(([, { from }]) => from.join() !== to.join());
  return onward ? { name: onward[0], model: onward[1].model } : null;
}

/** Lists of links that a type shows under another name than its relation has. */
const shownAs: Readonly<Record<string, Readonly<Record<string, string>>>> = { Project: { responsibleUnits: 'units' } };

/** The names of such lists, each with the relation. */
export const renamedLinks = (type: string): Readonly<Record<string, string>> => shownAs[type] ?? {};
