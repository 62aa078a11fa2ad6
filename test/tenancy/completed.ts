import { models } from '@registry/prisma/generated/model.ts';
import { isRow, keyOf, type Row } from './samples.ts';

/** Whether the reader itself promises an order: that of pages. */
const isPaged = ({ take, skip }: Row): boolean => take !== undefined || skip !== undefined;

/** The same read with every order made whole by the key, as Prisma leaves open how rows come that tie. */
export function completed(model: string, args: Row, isList: boolean, whom: 'prisma' | 'reader'): Row {
  const facts = models[model];
  if (!facts) throw new Error(`No model ${model}.`);
  const result: Record<string, unknown> = { ...args };
  const isPromised = whom === 'reader' && isPaged(args);
  if (isList && !isPromised) {
    const own = args.orderBy === undefined ? [] : Array.isArray(args.orderBy) ? args.orderBy : [args.orderBy];
    result.orderBy = [...own, ...keyOf(facts).map((column) => ({ [column]: 'asc' }))];
  }
  for (const key of ['select', 'include']) {
    const members = args[key];
    if (!isRow(members)) continue;
    result[key] = Object.fromEntries(
      Object.entries(members).map(([name, value]) => {
        const relation = facts.relations[name];
        if (!relation || value === false) return [name, value];
        return [name, completed(relation.model, isRow(value) ? value : {}, relation.isList, whom)];
      }),
    );
  }
  return result;
}
